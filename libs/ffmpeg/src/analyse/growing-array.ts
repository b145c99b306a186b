/** A typed array that grows by half when it is full. */
export class GrowingFloats {
  length = 0;
  private store: Float32Array;

  constructor(expected: number) {
    this.store = new Float32Array(Math.max(1024, expected));
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

  toArray(): Float32Array {
    return this.store.slice(0, this.length);
  }
}
