// What a message carries beside words: pictures, files, voice, places, polls.
import { fileUrl } from "./api.js";
import { button, byId, make } from "./dom.js";
import { t } from "./texts.js";

/** Elements for everything in this message that is not text. */
export function media(message) {
  return Object.entries(SHOW).filter(([kind]) => message[kind] && !(kind === "location" && message.venue))
    .map(([kind, show]) => show(message[kind], message));
}

const SHOW = {
  photo: (sizes, message) => picture(sizes.at(-1), message.caption),
  sticker: (sticker) => make("span", { class: "sticker", text: sticker.emoji ?? t("sticker") }),
  video: (video) => make("video", { class: "film", controls: true, preload: "metadata", src: fileUrl(video.file_id), "aria-label": t("video") }),
  voice: (voice) => make("div", { class: "voice" },
    make("audio", { controls: true, preload: "none", src: fileUrl(voice.file_id) }),
    make("span", { text: t("voice", { seconds: voice.duration }) })),
  document: (file) => make("a", { class: "file", href: fileUrl(file.file_id), download: file.file_name ?? "file" },
    make("span", { class: "file-sign", "aria-hidden": "true", text: ending(file.file_name) }),
    make("span", {}, make("b", { text: file.file_name ?? t("document") }), make("small", { text: weight(file.file_size) }))),
  location: (place) => spot(place),
  venue: (venue) => spot(venue.location, `${venue.title} ${venue.address}`),
  contact: (person) => make("div", { class: "file" },
    make("span", {}, make("b", { text: [person.first_name, person.last_name].filter(Boolean).join(" ") }), make("small", { text: person.phone_number }))),
  poll: (poll) => make("div", { class: "poll" }, make("b", { text: poll.question }),
    make("ul", {}, poll.options.map((option) =>
      make("li", {}, make("span", { text: option.text }), make("small", { text: t("votes", { count: option.voter_count }) }))))),
};

function picture(size, caption) {
  const src = fileUrl(size.file_id);
  const image = make("img", { src, alt: caption || t("photo"), loading: "lazy" });
  if (size.width && size.height) image.style.aspectRatio = `${size.width} / ${size.height}`;
  return button({ class: "photo", "aria-label": caption || t("photo"), click: () => enlarge(src, caption) }, image);
}

function enlarge(src, caption) {
  const dialog = byId("picture");
  const image = dialog.querySelector("img");
  image.src = src;
  image.alt = caption || t("photo");
  dialog.showModal();
}

function spot(place, name = t("location")) {
  const where = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  return make("div", { class: "place" }, make("span", { class: "pin", "aria-hidden": "true" }),
    make("span", {}, make("b", { text: name }), make("small", { text: where })));
}

const ending = (name) => (/\.(\w{1,4})$/.exec(name ?? "")?.[1] ?? "…").toUpperCase();

function weight(bytes) {
  if (!bytes) return "";
  const units = ["B", "KB", "MB"];
  const step = Math.min(2, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${(bytes / 1024 ** step).toFixed(step ? 1 : 0)} ${units[step]}`;
}

/** One line that stands for the whole message, for lists and quotes. */
export function brief(message) {
  const words = message.text ?? message.caption;
  const kind = Object.keys(SHOW).find((name) => message[name] && name !== "venue");
  if (!kind) return words ?? null;
  const name = kind === "voice" ? t("voice", { seconds: message.voice.duration }) : message.document?.file_name ?? t(kind);
  return t("kind", { name }) + (words ? ` ${words}` : "");
}

byId("picture").addEventListener("click", (event) => {
  if (event.target === event.currentTarget) event.currentTarget.close();
});
