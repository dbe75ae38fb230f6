/** Every kind of fault. A new one is a declaration in one of these. */

import './cable-faults.ts'
import './host-faults.ts'
import './routing-faults.ts'
import './switching-faults.ts'
