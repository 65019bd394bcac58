// Files of one's own, as the server wants them: base64, several pictures as one album.

const KINDS = [[/^image\/(jpeg|png|webp)$/, "photo"], [/^video\/mp4$/, "video"], [/^audio\/ogg$/, "voice"]];
const SAMPLE_PLACE = { latitude: 31.23042, longitude: 121.4737 };
let albums = 0;

const kindOf = (file) => KINDS.find(([pattern]) => pattern.test(file.type))?.[1] ?? "document";

/** One message per file; pictures and films together, or documents together, share an album. */
export async function contentOf(files, caption) {
  const kinds = files.map(kindOf);
  const album = files.length > 1 && (kinds.every((kind) => kind === "photo" || kind === "video") || kinds.every((kind) => kind === "document"));
  const group = album ? { media_group_id: `${Date.now()}${albums += 1}` } : {};
  return Promise.all(files.map(async (file, i) => ({
    [kinds[i]]: { base64: await base64(file), file_name: file.name, mime_type: file.type || null },
    ...(i === 0 && caption ? { caption } : {}), ...group,
  })));
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export const place = () => ({ location: SAMPLE_PLACE });
