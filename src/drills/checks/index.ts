/** Every kind of check. A new one is a file here and a line below. */

import './config.ts'
import './ping.ts'
