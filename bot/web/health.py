"""Health and metrics: what waits, what is stuck, how old the oldest update is."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Gauge, generate_latest

Figures = Callable[[], Awaitable[dict[str, float]]]
"""The program's figures by name; {} while it starts."""


class Gauges:
    """The figures as Prometheus reads them."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._gauges: dict[str, Gauge] = {}

    def show(self, figures: dict[str, float]) -> bytes:
        """The exposition text."""
        for name, value in figures.items():
            if name not in self._gauges:
                self._gauges[name] = Gauge(f"linli_{name}", name.replace("_", " "), registry=self._registry)
            self._gauges[name].set(value)
        return generate_latest(self._registry) + generate_latest(REGISTRY)


def health_routes(figures: Figures) -> APIRouter:
    """GET /healthz and GET /metrics."""
    router, gauges = APIRouter(), Gauges()

    @router.get("/healthz", include_in_schema=False)
    async def healthz() -> JSONResponse:
        found: dict[str, Any] = await figures()
        return JSONResponse({"ok": True, **found, "answering": bool(found.get("answering"))})

    @router.get("/metrics", include_in_schema=False)
    async def metrics() -> Response:
        return Response(gauges.show(await figures()), media_type=CONTENT_TYPE_LATEST)

    return router
