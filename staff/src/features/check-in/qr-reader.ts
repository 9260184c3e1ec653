/**
 * Reads QR codes: with the browser's own reader where it has one that works, else with ZXing as WebAssembly, which
 * our own server delivers with the page.
 */
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

export interface QrReader {
  /** Reads the texts of the codes in a picture. */
  read(picture: ImageBitmapSource): Promise<string[]>;
}

interface Detector {
  detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** Answers null where the browser has no reader, or one without its library (phones without Google's services). */
async function nativeDetector(): Promise<Detector | null> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (!own) return null;
  try {
    if (!(await own.getSupportedFormats()).includes('qr_code')) return null;
    const detector = new own({ formats: ['qr_code'] });
    // Some browsers have the class and fail at the first picture.
    await detector.detect(new ImageData(8, 8));
    return detector;
  } catch {
    return null;
  }
}

export async function openQrReader(): Promise<QrReader> {
  const detector = (await nativeDetector()) ?? (await zxing());
  return {
    read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue),
  };
}

async function zxing(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  await prepareZXingModule({
    overrides: { locateFile: (file: string, folder: string) => (file.endsWith('.wasm') ? wasm : folder + file) },
    fireImmediately: true,
  });
  return new BarcodeDetector({ formats: ['qr_code'] });
}
