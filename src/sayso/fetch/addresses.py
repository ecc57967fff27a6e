"""Which network addresses sayso connects to: those of the public internet, and no others.

`ipaddress.is_global` is no help here: it is true of multicast, of addresses that wrap a private one (NAT64, 6to4), and
of the address at which a cloud answers for its own machines. So what is allowed is listed, after the registries of IANA
(https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry).
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address

_PUBLIC_6 = IPv6Network("2000::/3")
_SPECIAL_6 = {
    IPv6Network("2001::/23"): "a special-purpose address",
    IPv6Network("2001:db8::/32"): "an address for documentation",
    IPv6Network("2002::/16"): "a 6to4 address",
    IPv6Network("3fff::/20"): "an address for documentation",
}
_NOT_PUBLIC_6 = {
    IPv6Network("::1/128"): "a loopback address",
    IPv6Network("::ffff:0:0/96"): "an IPv4 address in disguise",
    IPv6Network("64:ff9b::/96"): "a NAT64 address",
    IPv6Network("64:ff9b:1::/48"): "a NAT64 address",
    IPv6Network("fc00::/7"): "a private address",
    IPv6Network("fe80::/10"): "a link-local address",
    IPv6Network("ff00::/8"): "a multicast address",
}
_SPECIAL_4 = {
    IPv4Network("0.0.0.0/8"): "an address of this machine",
    IPv4Network("10.0.0.0/8"): "a private address",
    IPv4Network("100.64.0.0/10"): "an address shared behind a provider's NAT",
    IPv4Network("127.0.0.0/8"): "a loopback address",
    IPv4Network("168.63.129.16/32"): "the address of a cloud's own services",
    IPv4Network("169.254.0.0/16"): "a link-local address",
    IPv4Network("172.16.0.0/12"): "a private address",
    IPv4Network("192.0.0.0/24"): "a special-purpose address",
    IPv4Network("192.0.2.0/24"): "an address for documentation",
    IPv4Network("192.88.99.0/24"): "a 6to4 relay",
    IPv4Network("192.168.0.0/16"): "a private address",
    IPv4Network("198.18.0.0/15"): "an address for benchmarks",
    IPv4Network("198.51.100.0/24"): "an address for documentation",
    IPv4Network("203.0.113.0/24"): "an address for documentation",
    IPv4Network("224.0.0.0/4"): "a multicast address",
    IPv4Network("240.0.0.0/4"): "a reserved address",
}


def refusal(address: str) -> str | None:
    """Say what `address` is, when it is none of the public internet: "a loopback address". None when it is.

    Raises `ValueError` for what is no numeric address.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return next((words for network, words in _SPECIAL_4.items() if ip in network), None)
    if ip in _PUBLIC_6:
        return next((words for network, words in _SPECIAL_6.items() if ip in network), None)
    return next((words for network, words in _NOT_PUBLIC_6.items() if ip in network), "a special-purpose address")
