/** Every kind of check. A new one is a file here and a line below. */

import './config.ts'
import './console.ts'
import './enable.ts'
import './files.ts'
import './identity.ts'
import './line-settings.ts'
import './login.ts'
import './mistyped-word.ts'
import './ping.ts'
import './saved.ts'
import './secret.ts'
