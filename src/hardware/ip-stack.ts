/**
 * The IP stack of a device: links, addresses, routes, ARP, forwarding, ICMP, and the sockets of whoever runs on it.
 * Routers, switches and hosts share it; how they differ is in ip/settings.ts. What a port, a tag or a serial header is,
 * the stack does not know: links bring frames in and take them out.
 * Sources: RFC 791, 792, 826, 1122, 1812.
 *
 *   const stack = new IpStack(environment, linuxIpSettings)
 *   stack.addLink(link)                                 an IpLink of ip/types.ts
 *   stack.setAddresses(link, [{ address, prefixLength }])  the first is the primary one
 *   stack.linkChanged(link)                             after link.isUp() changed
 *   stack.input(link, frame)                            a frame came in; `headerBytes` 4 for HDLC, 18 for a tagged one
 *   stack.routes.add(route) / .remove(route) / .lookup(destination) / .installed() / .onChange(listener)
 *   stack.arp.entries() / .addStatic() / .clear()
 *   const cancel = stack.echo({ destination, bytes: 84, timeoutMs: 1000 }, (answer) => …)
 *   const cancel = stack.probe({ destination, port: 33434, ttl: 1, bytes: 60, timeoutMs: 3000 }, (answer) => …)
 *   stack.udp.bind(port, (datagram) => …): UdpSocket | undefined
 *   stack.tcp.listen(port, (connection) => …); stack.tcp.connect({ destination, port }, handlers): TcpConnection
 *
 * Every packet that comes in is told to the environment exactly once as delivered or ended, or leaves by a link's `send`
 * with the same journey.
 */

