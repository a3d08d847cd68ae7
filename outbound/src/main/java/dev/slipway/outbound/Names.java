package dev.slipway.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a name, each time afresh. Thread-safe. */
@FunctionalInterface
public interface Names {

  /** The machine's own. */
  Names OF_THIS_MACHINE = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
