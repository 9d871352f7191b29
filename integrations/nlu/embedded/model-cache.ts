/** Where models are kept between starts. A cache may forget or fail at any time: then they are trained anew. */
export interface ModelCache {
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array): Promise<void>;
}
