package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.source.Reading;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges where the host of an address leads, right before git connects. A machine's own metadata,
 * its neighbours on the link and nowhere hold no repository, whatever name leads there. Over HTTP
 * git is told to connect to what was judged, so a name that leads elsewhere a moment later gains
 * nothing. Thread-safe.
 */
final class Destinations {

  private static final Pattern NETWORK =
      Pattern.compile(
          "(?<scheme>[a-z]+)://(?:[^/@]*@)?(?<host>[^/@:\\[]+|\\[[^\\]]+\\])(?::(?<port>[0-9]+))?/.*");
  private static final Pattern SECURE_COPY = Pattern.compile("[^/:@]+@(?<host>[^/:]+):.*");

  /** Where clouds tell a machine about itself beside the link-local addresses. */
  private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200");

  private final Resolver resolver;

  Destinations(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Says where a host's name leads; the platform's own, but for tests. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  /** The address, bound to where it leads now; unusable when no repository can be there. */
  Reading<Address> judged(Address address) {
    Matcher network = NETWORK.matcher(address.argument());
    if (network.matches()) {
      return judged(address, network.group("host"), network);
    }
    Matcher copy = SECURE_COPY.matcher(address.argument());
    return copy.matches() ? judged(address, copy.group("host"), copy) : new Reading.Read<>(address);
  }

  private Reading<Address> judged(Address address, String host, Matcher parts) {
    List<InetAddress> all;
    try {
      all = List.of(resolver.all(host));
    } catch (UnknownHostException unknown) {
      // Git says so in its own words.
      return new Reading.Read<>(address);
    }
    if (all.stream().anyMatch(Destinations::isRefused)) {
      return new Reading.Unusable<>(
          new Reason(
              "repository-host-refused",
              "The repository's host leads to a machine's own metadata, to a neighbour on the link"
                  + " or nowhere; no repository is there."));
    }
    return new Reading.Read<>(
        address.protocols().startsWith("http") && !host.startsWith("[")
            ? address.boundTo(host, port(address, parts), text(all))
            : address);
  }

  private static boolean isRefused(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress());
  }

  private static String port(Address address, Matcher parts) {
    String given = parts.group("port");
    String usual = address.argument().startsWith("https") ? "443" : "80";
    return given == null ? usual : given;
  }

  private static String text(List<InetAddress> all) {
    return all.stream()
        .map(InetAddress::getHostAddress)
        .map(one -> one.contains(":") ? "[" + one + "]" : one)
        .collect(Collectors.joining(","));
  }
}
