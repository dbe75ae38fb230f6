/** Where the logging feature puts what it reads from the configuration, so that the log itself knows no configuration lines. */

import type { LoggingSettings } from './logging.ts'

/** Until the feature provides its settings, messages go nowhere. */
export const loggingSettings: LoggingSettings = {
  console: () => undefined,
  monitor: () => undefined,
  buffer: () => undefined,
  trap: () => undefined,
  enabled: () => false,
  stamp: () => '',
}

export function provideLoggingSettings(settings: LoggingSettings): void {
  Object.assign(loggingSettings, settings)
}
