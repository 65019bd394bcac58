"""What delivery counts, for Prometheus."""

from prometheus_client import Counter, Gauge

SENT = Counter("linli_delivery_sent_total", "Messages and edits that the platform took", ["kind"])
AMBIGUOUS = Counter("linli_delivery_ambiguous_total", "Calls with an unknown end", ["kind"])
PROBES = Counter("linli_delivery_probes_total", "Looks for a message that may stand", ["answer"])
RESENDS = Counter("linli_delivery_resends_total", "Messages sent again after doubt", ["cause"])
STUCK = Counter("linli_delivery_stuck_total", "Rows given up, left to the steward", ["why"])
FLOODS = Counter("linli_delivery_floods_total", "429 answers")
FALLBACKS = Counter("linli_delivery_fallbacks_total", "Messages that took another way", ["way"])
RESTORED = Counter("linli_delivery_restored_total", "Foreign keyboards put back after a probe", ["how"])
OPEN = Gauge("linli_delivery_open", "Rows that wait, by state", ["state"])
