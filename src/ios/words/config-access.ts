/**
 * What follows the words of global configuration that guard the device: passwords, users, keys, privileges, access lists.
 * Source: lists of routers on 12.3T–15.2, a 2801, an ISR in a course, Catalysts on 12.2 SE and IOL, IOS XE 17.15.1.
 */
import type { WordList } from './word-list.ts'

/** `aaa ?` before `aaa new-model`: the others appear after it. From memory. */
export const aaaConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'aaa',
  words: `
new-model  Enable NEW access control commands and functions.(Disables OLD commands.)
`,
}

/** `access-list ?`. Wording: an ISR, 15.x, printed in a course; that the switch has these is from memory. */
export const accessListConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'access-list',
  words: `
<1-99>       IP standard access list
<100-199>    IP extended access list
<1100-1199>  Extended 48-bit MAC address access list
<1300-1999>  IP standard access list (expanded range)
<200-299>    Protocol type-code access list
<2000-2699>  IP extended access list (expanded range)
<700-799>    48-bit MAC address access list
rate-limit   Simple rate-limit specific access list
`,
}

/** The switch adds. Wording: captured on a 2801, 12.4(22)T; that a 2960 has it is from memory. */
export const accessListConfigCatalyst: WordList = {
  mode: 'config',
  level: 15,
  path: 'access-list',
  on: ['switch'],
  words: `
dynamic-extended  Extend the dynamic ACL absolute timer
`,
}

/** The router adds. Wording: an ISR, 15.x, printed in a course. */
export const accessListConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'access-list',
  on: ['router'],
  words: `
template  Enable IP template acls
`,
}

/** `access-list 1 ?`. Wording: captured on a 2801, 12.4(22)T. */
export const accessListStandardConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'access-list <1-99>',
  words: `
deny    Specify packets to reject
permit  Specify packets to forward
remark  Access list entry comment
`,
}

/** `access-list 101 ?`. Wording: as before and of named lists; that `dynamic` is here is from memory. */
export const accessListExtendedConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'access-list <100-199>',
  words: `
deny     Specify packets to reject
dynamic  Specify a DYNAMIC list of PERMITs or DENYs
permit   Specify packets to forward
remark   Access list entry comment
`,
}

/** `banner ?`. Wording: captured on routers and switches, 12.x. */
export const bannerConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'banner',
  words: `
LINE            c banner-text c, where 'c' is a delimiting character
exec            Set EXEC process creation banner
incoming        Set incoming terminal line banner
login           Set login banner
motd            Set Message of the Day banner
prompt-timeout  Set Message for login authentication timeout
slip-ppp        Set Message for SLIP/PPP
`,
}

/** The router, 15.x, adds. Wording: captured on a VG204XM, 15.x. */
export const bannerConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'banner',
  on: ['router'],
  words: `
config-save  Set message for saving configuration
`,
}

/**
 * `crypto ?` without a security licence. Wording: captured on IOL 17.15.1; `ca`, hidden in later releases, and
 * the choice from memory.
 */
export const cryptoConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto',
  words: `
ca            Certification authority
engine        Enter a crypto engine configurable menu
key           Long term key operations
logging       logging messages
pki           Public Key components
provisioning  Secure Device Provisioning
`,
}

/** The router adds. Wording: captured on IOL 17.15.1, the choice from memory. */
export const cryptoConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto',
  on: ['router'],
  words: `
identity  Enter a crypto identity list
wui       Crypto HTTP configuration interfaces
`,
}

/** `crypto key ?`. From memory. */
export const cryptoKeyConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto key',
  words: `
decrypt       Decrypt a keypair.
encrypt       Encrypt a keypair.
export        Export keys
generate      Generate new keys
import        Import keys
move          Move keys
pubkey-chain  Peer public key chain management
storage       default storage location for keypairs
zeroize       Remove keys
`,
}

/** `crypto key generate ?`. From memory. */
export const cryptoKeyGenerateConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto key generate',
  words: `
rsa  Generate RSA keys
`,
}

/** The router adds. From memory. */
export const cryptoKeyGenerateConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto key generate',
  on: ['router'],
  words: `
ec  Generate EC keys for ECDSA
`,
}

/** `crypto key generate rsa ?`. From memory. */
export const cryptoKeyGenerateRsaConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto key generate rsa',
  words: `
encryption    Generate a general purpose RSA key pair for signing and encryption
exportable    Allow the key to be exported
general-keys  Generate a general purpose RSA key pair for signing and encryption
label         Provide a label
modulus       Provide number of modulus bits on the command line
on            create key on specified device.
signature     Generate a general purpose RSA key pair for signing and encryption
storage       Store key on specified device
usage-keys    Generate separate RSA key pairs for signing and encryption
`,
}

/** The router adds. From memory. */
export const cryptoKeyGenerateRsaConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'crypto key generate rsa',
  on: ['router'],
  words: `
redundancy  Allow the key to be synced to high-availability peer
`,
}

/** `enable ?`. Wording: captured on a router, 12.3T/12.4; taken over for both. */
export const enableConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'enable',
  words: `
last-resort  Define enable action if no TACACS servers respond
password     Assign the privileged level password
secret       Assign the privileged level secret
use-tacacs   Use TACACS to check enable passwords
`,
}

/** `enable password ?`. From memory, after `enable secret ?`. */
export const enablePasswordConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'enable password',
  words: `
0      Specifies an UNENCRYPTED password will follow
7      Specifies a HIDDEN password will follow
LINE   The UNENCRYPTED (cleartext) 'enable' password
level  Set exec level password
`,
}

/** `enable secret ?`. Wording: captured on a router, 12.3T/12.4. */
export const enableSecretConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'enable secret',
  words: `
0      Specifies an UNENCRYPTED password will follow
5      Specifies an ENCRYPTED secret will follow
LINE   The UNENCRYPTED (cleartext) 'enable' secret
level  Set exec level password
`,
}

/** The router, 15.4, adds. From memory. */
export const enableSecretConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'enable secret',
  on: ['router'],
  words: `
8  Specifies a PBKDF2 HASHED secret will follow
9  Specifies a SCRYPT HASHED secret will follow
`,
}

/** `key ?`. From memory. */
export const keyConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'key',
  words: `
chain       Key-chain management
config-key  Set a private configuration key
`,
}

/** `login ?`. From memory. */
export const loginConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'login',
  words: `
block-for   Set quiet-mode active time period
delay       Set delay between successive fail login
on-failure  Set options for failed login attempt
on-success  Set options for successful login attempt
quiet-mode  Set quiet-mode options
`,
}

/** `privilege exec ?`. Wording, "samelevel" included: captured on a 3560, 12.2(58)SE2. */
export const privilegeExecConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'privilege exec',
  words: `
all    All suboption will be set to the samelevel
level  Set privilege level of command
reset  Reset privilege level of command
`,
}

/** `security ?`. Wording: captured on a router, 12.3T/12.4. */
export const securityConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'security',
  on: ['router'],
  words: `
authentication  Authentication security CLIs
passwords       Password security CLIs
`,
}

/** `security passwords ?`. Wording: captured on a router, 12.3T/12.4. */
export const securityPasswordsConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'security passwords',
  on: ['router'],
  words: `
min-length  Minimum length of passwords
`,
}

/** `username ?`. Wording: captured on a router, 15.0–15.2. */
export const usernameConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'username',
  words: `
WORD  User name
`,
}

/** `username admin ?`. Wording: captured on a router, 15.0–15.2; taken over for the switch. */
export const usernameWordConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'username WORD',
  words: `
aaa                  AAA directive
access-class         Restrict access by access-class
autocommand          Automatically issue a command after the user logs in
callback-dialstring  Callback dialstring
callback-line        Associate a specific line with this callback
callback-rotary      Associate a rotary group with this callback
dnis                 Do not require password when obtained via DNIS
nocallback-verify    Do not require authentication after callback
noescape             Prevent the user from using an escape character
nohangup             Do not disconnect after an automatic command
nopassword           No password is required for the user to log in
one-time             Specify that the username/password is valid for only one time
password             Specify the password for the user
privilege            Set user privilege level
secret               Specify the secret for the user
user-maxlinks        Limit the user's number of inbound links
view                 Set view name
`,
}

/**
 * `username admin secret ?`. Wording: captured on a router, 15.0–15.2; type 4, which only those releases have,
 * is left out.
 */
export const usernameSecretConfig: WordList = {
  mode: 'config',
  level: 15,
  path: 'username WORD secret',
  words: `
0     Specifies an UNENCRYPTED secret will follow
5     Specifies a MD5 ENCRYPTED secret will follow
LINE  The UNENCRYPTED (cleartext) user secret
`,
}

/** The router, 15.4, adds. From memory. */
export const usernameSecretConfigIsr: WordList = {
  mode: 'config',
  level: 15,
  path: 'username WORD secret',
  on: ['router'],
  words: `
8  Specifies a PBKDF2 HASHED secret will follow
9  Specifies a SCRYPT HASHED secret will follow
`,
}
