package dev.slipway.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of the inside may be reached, as the administrator of the server listed it. Everybody's
 * addresses need no list.
 *
 * @param hosts names, in small letters, whatever addresses they have
 * @param networks addresses, whatever their names
 */
public record Reach(Set<String> hosts, List<Network> networks) {

  /** Nothing of the inside. */
  public static final Reach OUTSIDE_ONLY = new Reach(Set.of(), List.of());

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?)*");

  public Reach {
    hosts = Set.copyOf(hosts);
    networks = List.copyOf(networks);
  }

  /**
   * Reads a list of hosts, addresses and networks.
   *
   * @throws IllegalArgumentException with a sentence that names what is none of them
   */
  public static Reach of(List<String> listed) {
    List<String> read = listed.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    Set<String> hosts =
        read.stream().filter(it -> Network.parse(it).isEmpty()).collect(Collectors.toSet());
    hosts.stream()
        .filter(host -> !HOST.matcher(host).matches() || Literals.isNumber(host))
        .findFirst()
        .ifPresent(host -> {
          throw new IllegalArgumentException(
              "'"
                  + host
                  + "' is no host, address or network; write hooks.example, 10.1.2.3 or"
                  + " 10.0.0.0/8.");
        });
    return new Reach(hosts, read.stream().map(Network::parse).flatMap(Optional::stream).toList());
  }

  boolean allows(String host, InetAddress address) {
    return Addresses.isEverybodys(address)
        || hosts.contains(host.toLowerCase(Locale.ROOT))
        || networks.stream().anyMatch(network -> network.holds(address));
  }
}
