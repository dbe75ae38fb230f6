import type { Pane, PaneHost } from '../panes.ts'
export class PacketPane implements Pane {
  readonly #host: PaneHost
  constructor(host: PaneHost) {
    this.#host = host
  }
  key(key: string): void {
    if (key === 'esc') this.#host.close()
  }
  rows(): string[] {
    return ['topology']
  }
  close(): void {}
}
