// Large letters: chosen for this browser, or because whoever one is reads them so.
import { byId } from "./dom.js";
import { readsLarge } from "./pair.js";
import { state } from "./store.js";

const chosen = () => localStorage.getItem("large") === "yes";

export function drawSize() {
  document.documentElement.classList.toggle("large", chosen() || readsLarge(state.me));
  byId("large").setAttribute("aria-pressed", String(chosen()));
}

byId("large").addEventListener("click", () => {
  localStorage.setItem("large", chosen() ? "no" : "yes");
  drawSize();
});
addEventListener("storage", ({ key }) => { if (key === "large") drawSize(); });
drawSize();
