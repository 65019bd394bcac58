// Making elements without markup: data only ever becomes text, so a hostile name stays a name.

/** An element; `props` are attributes, except `class`, `text`, `data` (dataset) and functions (listeners). */
export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) put(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function put(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") element.addEventListener(name, value);
  else if (name === "class") element.className = value;
  else if (name === "text") element.textContent = value;
  else if (name === "data") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : value);
}

export const byId = (id) => document.getElementById(id);

/** A button that is never a submit button by accident. */
export const button = (props, ...children) => make("button", { type: "button", ...props }, ...children);

const COLOURS = ["#a8442a", "#8a5a00", "#3d6b1f", "#00695c", "#1f5f99", "#4a4fa3", "#7b3f98", "#a13668"];

/** A round letter in a colour that stays with the id. */
export function avatar(name, id, sign = null) {
  const letter = sign ?? [...(name || "?").trim()][0] ?? "?";
  const face = make("span", { class: "avatar", "aria-hidden": "true", text: letter.toUpperCase() });
  face.style.backgroundColor = COLOURS[Math.abs(Number(id)) % COLOURS.length];
  return face;
}
