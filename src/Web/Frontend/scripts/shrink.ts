const longestSide = 2048;
const quality = 0.85;
const smallEnough = 600_000;

/** The photo upright, at most 2048 pixels long, as JPEG; the file itself where the browser cannot do that. */
export async function shrink(file: File): Promise<Blob> {
  if (file.size <= smallEnough && file.type === "image/jpeg") return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    if (pen === null) return file;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/jpeg", quality));
    return smaller !== null && smaller.size < file.size ? smaller : file;
  } catch {
    // HEIC on most phones, or a file that is no picture: the server reads it or says what is wrong.
    return file;
  }
}
