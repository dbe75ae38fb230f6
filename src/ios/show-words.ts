/** `show`, shared by every feature that shows something: what everybody may see, and what only privileged users may. */

import { execMode, userExec } from './declare.ts'

export const show = userExec.words('show', { show: 'Show running system information' })
export const showPrivileged = execMode.words('show', { show: 'Show running system information' })
