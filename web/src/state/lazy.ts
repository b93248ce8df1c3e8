/** Something that few visits need: loaded when first asked for. `done` is told when it is there, and when it cannot be
 * loaded (no network): the page goes on without it. */
export class Lazy<T> {
  private value: T | null = null;
  private asked: Promise<void> | null = null;
  missing = false; // asked for, and not to be had

  constructor(
    private readonly load: () => Promise<T>,
    private readonly done: () => void,
  ) {}

  /** The thing itself, or null while it is on its way. */
  get(): T | null {
    this.asked ??= this.load().then(
      (value) => {
        this.value = value;
        this.done();
      },
      () => {
        this.missing = true;
        this.done();
      },
    );
    return this.value;
  }

  /** Settles when what has been asked for is there; at once where nothing was. */
  async settled(): Promise<void> {
    await this.asked;
  }
}
