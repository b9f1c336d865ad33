// Fetches a pictogram from the application's own origin, ready to be painted.

/** @throws when it is not there or no picture. */
export async function loadPicture(url: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = new URL(url, location.origin).href
  await picture.decode()
  return picture
}
