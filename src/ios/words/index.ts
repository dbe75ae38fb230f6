/** Every word list, whatever place it is for. */
import * as config from './config.ts'
import * as configAccess from './config-access.ts'
import * as configIf from './config-if.ts'
import * as configIfIp from './config-if-ip.ts'
import * as configIfPortSecurity from './config-if-port-security.ts'
import * as configIfSpanningTree from './config-if-spanning-tree.ts'
import * as configIfSwitchport from './config-if-switchport.ts'
import * as configInterface from './config-interface.ts'
import * as configIp from './config-ip.ts'
import * as configIsr from './config-isr.ts'
import * as configLine from './config-line.ts'
import * as configLogging from './config-logging.ts'
import * as configMore from './config-more.ts'
import * as configNacl from './config-nacl.ts'
import * as configRouter from './config-router.ts'
import * as configService from './config-service.ts'
import * as configSwitching from './config-switching.ts'
import * as configVlan from './config-vlan.ts'
import * as debug from './debug.ts'
import * as dhcpConfig from './dhcp-config.ts'
import * as exec from './exec.ts'
import * as execClear from './exec-clear.ts'
import * as execFiles from './exec-files.ts'
import * as execMore from './exec-more.ts'
import * as show from './show.ts'
import * as showInterfaces from './show-interfaces.ts'
import * as showIp from './show-ip.ts'
import * as showIsr from './show-isr.ts'
import * as showMore from './show-more.ts'
import type { WordList } from './word-list.ts'

export const allWordLists: readonly WordList[] = [
  config,
  configAccess,
  configIf,
  configIfIp,
  configIfPortSecurity,
  configIfSpanningTree,
  configIfSwitchport,
  configInterface,
  configIp,
  configIsr,
  configLine,
  configLogging,
  configMore,
  configNacl,
  configRouter,
  configService,
  configSwitching,
  configVlan,
  debug,
  dhcpConfig,
  exec,
  execClear,
  execFiles,
  execMore,
  show,
  showInterfaces,
  showIp,
  showIsr,
  showMore,
].flatMap((module) => Object.values<WordList>(module))
