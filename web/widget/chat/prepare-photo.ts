import type { TextKey } from './texts.ts';

/** A photo ready to go up. `preview` is an object URL; `data` base64. */
export interface Photo {
  readonly name: string;
  readonly mediaType: string;
  readonly data: string;
  readonly preview: string;
}

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const LARGEST_BYTES = 10_000_000;
const LONGEST_SIDE = 1600;

/**
 * Checks a picture and makes it small enough for a mobile line. Drawing it anew also leaves behind
 * where it was taken.
 * @returns the photo, or what to tell the customer
 */
export async function preparePhoto(file: File): Promise<Photo | TextKey> {
  if (!PHOTO_TYPES.includes(file.type)) return 'photo_type';
  if (file.size > LARGEST_BYTES) return 'photo_size';
  try {
    const blob = await redraw(file);
    return {
      name: file.name || 'photo',
      mediaType: blob.type,
      data: await toBase64(blob),
      preview: URL.createObjectURL(blob),
    };
  } catch {
    return 'photo_bad';
  }
}

async function redraw(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
  if (!blob) throw new Error('The browser could not draw the picture.');
  return blob;
}

function toBase64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });
}
