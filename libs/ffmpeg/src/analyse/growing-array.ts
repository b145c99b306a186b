/** A typed array that grows by half when it is full. */
export class GrowingFloats {
  length = 0;
  private store: Float32Array<ArrayBuffer>;

  constructor(expected: number) {
    this.store = new Float32Array(Math.max(64, Math.ceil(expected)));
  }

  push(value: number): void {
    if (this.length === this.store.length) {
      const larger = new Float32Array(Math.ceil(this.store.length * 1.5));
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.length] = value;
    this.length += 1;
  }

  /** A view where little room is left over, so that hours of sound are not there twice; else a copy. */
  toArray(): Float32Array<ArrayBuffer> {
    const view = this.store.subarray(0, this.length);
    return this.length > 0.9 * this.store.length ? view : view.slice();
  }
}
