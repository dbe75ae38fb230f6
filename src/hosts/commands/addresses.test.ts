/** Expectations: what iproute2 6.1 and net-tools 2.10 print on Debian 12 for the same settings. */

import { expect, test } from 'vitest'
import { startHost, twoHosts } from '../../../test/hosts.ts'

test('ip address shows links and addresses as iproute2 does', () => {
  const { a } = twoHosts()
  expect(a.run('ip addr add 10.0.0.3 dev eth0; ip a add 10.0.0.4/24 dev eth0; ip a show dev eth0')).toBe(
    `2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
    link/ether 52:54:00:00:00:0a brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.3/32 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.4/24 scope global secondary eth0
       valid_lft forever preferred_lft forever
`,
  )
  expect(a.run('ip -br a')).toBe(
    'lo               UNKNOWN        127.0.0.1/8 \neth0             UP             10.0.0.1/24 10.0.0.3/32 10.0.0.4/24 \n',
  )
  // The secondary address goes with its primary.
  expect(a.run('ip a del 10.0.0.1/24 dev eth0; ip -4 -br a')).toContain(
    'eth0             UP             10.0.0.3/32 \n',
  )
})

test('ip says what is wrong as iproute2 and the kernel do', () => {
  const { a } = twoHosts()
  const said = (line: string) => `${a.run(line)}${a.run('echo $?').trim()}`
  expect(said('ip foo')).toBe('Object "foo" is unknown, try "ip help".\n1')
  expect(said('ip a foo')).toBe('Command "foo" is unknown, try "ip address help".\n255')
  expect(said('ip a show eth9')).toBe('Device "eth9" does not exist.\n1')
  expect(said('ip a add 10.0.0.1/24 dev eth0')).toBe('Error: ipv4: Address already assigned.\n2')
  expect(said('ip a add 10.0.0.4/24')).toBe('Not enough information: "dev" argument is required.\n1')
  expect(said('ip a add 10.0.0.400/24 dev eth0')).toBe(
    'Error: any valid prefix is expected rather than "10.0.0.400/24".\n1',
  )
  expect(said('ip a del 10.0.0.3/24 dev eth0')).toBe('Error: ipv4: Address not found.\n2')
  expect(said('ip l set eth9 up')).toBe('Cannot find device "eth9"\n1')
  expect(said('ip r add default via 9.9.9.9')).toBe('Error: Nexthop has invalid gateway.\n2')
  expect(said('ip r add 1.2.3.4/24 via 10.0.0.2')).toBe('Error: Invalid prefix for given prefix length.\n2')
  expect(said('ip r del 1.2.3.0/24')).toBe('RTNETLINK answers: No such process\n2')
  expect(said('ip r get 9.9.9.9')).toBe('RTNETLINK answers: Network is unreachable\n2')
  expect(said('ip n flush')).toBe('Flush requires arguments.\n1')
  expect(said('ip -z')).toBe('Option "-z" is unknown, try "ip -help".\n255')
})

test('routes come and go', () => {
  const { a } = twoHosts()
  expect(a.run('ip r add default via 10.0.0.254; ip r add 5.5.6.0/24 via 10.0.0.2 metric 5; ip r')).toBe(
    `default via 10.0.0.254 dev eth0 
5.5.6.0/24 via 10.0.0.2 dev eth0 metric 5 
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 
`,
  )
  expect(a.run('route -n')).toBe(`Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         10.0.0.254      0.0.0.0         UG    0      0        0 eth0
5.5.6.0         10.0.0.2        255.255.255.0   UG    5      0        0 eth0
10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 eth0
`)
  expect(a.run('ip r get 9.9.9.9')).toBe('9.9.9.9 via 10.0.0.254 dev eth0 src 10.0.0.1 uid 0 \n    cache \n')
  expect(a.run('route add default gw 10.0.0.254')).toBe('SIOCADDRT: File exists\n')
  expect(a.run('route add default gw 9.9.9.9')).toBe('SIOCADDRT: Network is unreachable\n')
  expect(a.run('route del default; route del default')).toBe('SIOCDELRT: No such process\n')
  // Switching an interface off loses what was added by hand.
  a.run('ip r add default via 10.0.0.254; ip link set eth0 down; ip link set eth0 up')
  a.advance(3000)
  expect(a.run('ip r')).toBe('10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 \n')
})

test('ifconfig shows and sets what net-tools does', () => {
  const { a } = twoHosts()
  a.run('ping -c 1 10.0.0.2')
  expect(a.run('ifconfig eth0')).toBe(`eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 10.0.0.1  netmask 255.255.255.0  broadcast 10.0.0.255
        ether 52:54:00:00:00:0a  txqueuelen 1000  (Ethernet)
        RX packets 2  bytes 158 (158.0 B)
        RX errors 0  dropped 0  overruns 0  frame 0
        TX packets 2  bytes 158 (158.0 B)
        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

`)
  expect(a.run('ifconfig eth9')).toBe('eth9: error fetching interface information: Device not found\n')
  a.run('ip r add default via 10.0.0.2; ifconfig eth0 172.16.0.1')
  expect(a.run('ip -4 -br a show eth0; ip r')).toBe(
    'eth0             UP             172.16.0.1/16 \n172.16.0.0/16 dev eth0 proto kernel scope link src 172.16.0.1 \n',
  )
})

test('neighbours are listed by three tools', () => {
  const { a } = twoHosts()
  a.run('ping -c 1 10.0.0.2; ping -c 1 10.0.0.9')
  expect(a.run('ip n')).toBe(
    '10.0.0.2 dev eth0 lladdr 52:54:00:00:00:0b REACHABLE \n10.0.0.9 dev eth0 FAILED \n',
  )
  expect(
    a.run('arp -n'),
  ).toBe(`Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.2                 ether   52:54:00:00:00:0b   C                     eth0
10.0.0.9                         (incomplete)                              eth0
`)
  expect(a.run('arp -a')).toBe(
    '? (10.0.0.2) at 52:54:00:00:00:0b [ether] on eth0\n? (10.0.0.9) at <incomplete> on eth0\n',
  )
  expect(
    a.run('cat /proc/net/arp'),
  ).toBe(`IP address       HW type     Flags       HW address            Mask     Device
10.0.0.2         0x1         0x2         52:54:00:00:00:0b     *        eth0
10.0.0.9         0x1         0x0         00:00:00:00:00:00     *        eth0
`)
  expect(a.run('arp -d 10.0.0.77')).toBe('No ARP entry for 10.0.0.77\n')
  expect(a.run('arp -d 10.0.0.2; ip n show 10.0.0.2')).toBe('')
})

test('a cable without the other end is no carrier; addresses and routes stay', () => {
  const { a, b } = twoHosts()
  b.run('ip link set eth0 down')
  expect(a.run('ip link show eth0')).toMatch(/^2: eth0: <NO-CARRIER,BROADCAST,MULTICAST,UP> .* state DOWN /)
  expect(a.run('ip r')).toBe('10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 linkdown \n')
  expect(a.run('ping -c 1 10.0.0.2')).toContain('From 10.0.0.1 icmp_seq=1 Destination Host Unreachable\n')
})

test('what commands change goes with the power, what stands in the file stays', () => {
  const { network, a } = twoHosts()
  const c = startHost(network, 'PC3', { address: '10.0.1.5/24', gateway: '10.0.1.1', dns: '10.0.1.1' })
  const boot = () => {
    c.host.powerOff()
    c.host.powerOn()
    c.advance(20_000)
  }
  c.host.show()
  expect(c.run('ip r; cat /etc/resolv.conf')).toBe(`default via 10.0.1.1 dev eth0 onlink linkdown 
10.0.1.0/24 dev eth0 proto kernel scope link src 10.0.1.5 linkdown 
nameserver 10.0.1.1
`)
  c.run('ip a add 10.9.9.9/24 dev eth0; hostname other; sysctl -w net.ipv4.ip_forward=1')
  boot()
  expect(c.run('ip -br a show eth0; hostname; sysctl -n net.ipv4.ip_forward')).toBe(
    'eth0             DOWN           10.0.1.5/24 \nPC3\n0\n',
  )
  c.run(
    'echo "auto eth0" > /etc/network/interfaces; echo "iface eth0 inet static" >> /etc/network/interfaces',
  )
  c.run(
    'echo " address 10.7.7.7" >> /etc/network/interfaces; echo " netmask 255.255.0.0" >> /etc/network/interfaces',
  )
  boot()
  expect(c.run('ip -br a show eth0; ip r')).toBe(
    'eth0             DOWN           10.7.7.7/16 \n10.7.0.0/16 dev eth0 proto kernel scope link src 10.7.7.7 linkdown \n',
  )
  expect(a.host.state).toBe('in use')
})
