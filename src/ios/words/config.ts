/**
 * First words of global configuration that both platforms have, and those of the switch alone.
 * Left out: the router's own (config-isr.ts) and what follows a word (config-*.ts). Among them are `exception` and `exit`, so
 * that `ex` is ambiguous.
 * Source: lists of a Cisco 1921 on 15.x and of IOL, IOS XE 17.15.1 (for the wording).
 */
import type { WordList } from './word-list.ts'

/**
 * Global configuration, on both platforms. Wording: captured on a Cisco 1921, 15.x, and IOL 17.15.1;
 * `radius-server` and its wording from memory.
 */
export const globalConfig: WordList = {
  mode: 'config',
  level: 15,
  path: '',
  words: `
aaa                         Authentication, Authorization and Accounting.
access-list                 Add an access list entry
alias                       Create command alias
archive                     Archive the configuration
arp                         Set a static ARP entry
authentication              Auth Manager Global Configuration Commands
auto                        Configure Automation
banner                      Define a login banner
beep                        Configure BEEP (Blocks Extensible Exchange Protocol)
buffers                     Adjust system buffer pool parameters
call-home                   Enter call-home configuration mode
cdp                         Global CDP configuration subcommands
cisp                        Set CISP parameters
class-map                   Configure CPL Class Map
clock                       Configure time-of-day clock
configuration               Configuration access
control-plane               Configure control plane services
crypto                      Encryption module
default                     Set a command to its defaults
default-value               Default character-bits values
define                      interface range macro definition
device-sensor               IOS Sensor Commands
do-exec                     To run exec commands in config mode
dot1x                       IEEE 802.1X Global Configuration Commands
downward-compatible-config  Generate a configuration compatible with older software
eap                         EAP Global Configuration Commands
enable                      Modify enable password parameters
end                         Exit from configure mode
energywise                  EnergyWise Global Configuration Commands
errdisable                  Error disable
event                       Event related configuration commands
exception                   Exception handling
exit                        Exit from configure mode
fallback                    Fallback configuration commands
file                        Adjust file system parameters
format                      Format the output
help                        Description of the interactive help system
hostname                    Set system's network name
identity                    Identity Configuration Commands
interface                   Select an interface to configure
ip                          Global IP configuration subcommands
ipc                         Configure IPC system
ipv6                        Global IPv6 configuration commands
key                         Key management
kron                        Kron interval Facility
license                     Configure license features
line                        Configure a terminal line
lldp                        Global LLDP configuration subcommands
location                    Global location configuration commands
logging                     Modify message logging facilities
login                       Enable secure login checking
login-string                Define a host-specific login string
mab                         MAC Authentication Bypass Global Configuration Commands
memory                      Configure memory management
menu                        Define a user-interface menu
nmsp                        NMSP configuration commands
no                          Negate a command or set its defaults
ntp                         Configure NTP
parser                      Configure parser
password                    Configure encryption password (key)
policy-map                  Configure Policy Map
privilege                   Command privilege parameters
process                     Configure process
process-max-time            Maximum time for process to run before voluntarily relinquishing processor
prompt                      Set system's prompt
radius-server               Modify RADIUS query parameters
resume-string               Define a host-specific resume string
rlogin                      Rlogin configuration commands
rmon                        Remote Monitoring
sasl                        Configure SASL
scheduler                   Scheduler parameters
scripting                   Configure options for scripting languages
service                     Modify use of network based services
shell                       Configure shell command
shutdown                    Shutdown system elements
snmp                        Modify non engine SNMP parameters
snmp-server                 Modify SNMP engine parameters
spanning-tree               Spanning Tree Subsystem
table-map                   Configure Table Map
tacacs-server               Modify TACACS query parameters
template                    Select a template to configure
terminal-queue              Terminal queue commands
time-range                  Define time range entries
track                       Object tracking configuration commands
username                    Establish User Name Authentication
vstack                      Configure vstack parameters and enable or disable SmartInstall
wsma                        Configure Web Services Management Agents
`,
}

/**
 * What only the switch has. Wording: captured on IOL 17.15.1 and a Cisco 1921 where they have the word; that a
 * 2960 has it is from general knowledge, and so are boot, cluster, diagnostic, energywise, link, mac, macro,
 * mls, mvr, network-policy, platform, port-channel, power, sdm, setup, srr-queue, system, udld, vlan, vmps and
 * vtp.
 */
export const globalConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: '',
  on: ['switch'],
  words: `
boot            Boot Commands
cluster         Cluster configuration commands
cns             CNS agents
diagnostic      Configure diagnostic information
lacp            LACP configuration
mac             Global MAC configuration subcommands
macro           Macro configuration
mls             mls global commands
monitor         Monitoring different system events
mvr             Enable/Disable MVR on the switch
network-policy  Network Policy
platform        platform configuration commands
port-channel    EtherChannel configuration
power           Power configuration
sdm             Switch database management
setup           Setup configuration
srr-queue       Configure SRR queue
system          Set the system configuration
udld            Configure global UDLD setting
vlan            Vlan commands
vmps            VMPS settings
vtp             Configure global VTP state
`,
}
