package dev.slipway.forwarder;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Listens at all doors with one thread. Addresses are opened so that the next forwarder can open
 * the same ones while this one still has them. A door that closes first takes in whoever already
 * knocked. Thread-safe.
 */
final class Doors implements Closeable {

  private static final int BACKLOG = 4096;

  private final Selector selector;
  private final BiConsumer<InetSocketAddress, SocketChannel> visitor;
  private final Map<InetSocketAddress, ServerSocketChannel> open = new HashMap<>();

  /** No door is open yet; {@code visitor} gets each connection with the door it came through. */
  Doors(BiConsumer<InetSocketAddress, SocketChannel> visitor) throws IOException {
    this.selector = Selector.open();
    this.visitor = visitor;
  }

  /** Opens these doors and closes all others; returns those whose address somebody else has. */
  synchronized Set<InetSocketAddress> set(Set<InetSocketAddress> wanted) {
    Set<InetSocketAddress> gone = new HashSet<>(open.keySet());
    gone.removeAll(wanted);
    gone.forEach(this::shut);
    Set<InetSocketAddress> taken = new HashSet<>();
    for (InetSocketAddress address : wanted) {
      if (!open.containsKey(address) && !isOpened(address)) {
        taken.add(address);
      }
    }
    return taken;
  }

  /** Takes in who knocks, until {@link #close}. */
  void listen() {
    try {
      while (selector.isOpen()) {
        selector.select(this::welcome);
      }
    } catch (ClosedSelectorException _) {
      // It was closed; nobody listens any more.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    Set<InetSocketAddress> _ = set(Set.of());
    selector.close();
  }

  private boolean isOpened(InetSocketAddress address) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        channel.bind(address, BACKLOG);
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_ACCEPT, address);
        selector.wakeup();
        open.put(address, (ServerSocketChannel) key.channel());
        return true;
      } catch (IOException e) {
        channel.close();
        return false;
      }
    } catch (IOException e) {
      return false;
    }
  }

  private void shut(InetSocketAddress address) {
    ServerSocketChannel channel = open.remove(address);
    if (channel != null) {
      welcomeAll(channel, address);
      try {
        channel.close();
        selector.wakeup();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void welcome(SelectionKey key) {
    if (key.isValid() && key.attachment() instanceof InetSocketAddress address) {
      welcomeAll((ServerSocketChannel) key.channel(), address);
    }
  }

  private void welcomeAll(ServerSocketChannel door, InetSocketAddress address) {
    try {
      SocketChannel next = door.accept();
      while (next != null) {
        visitor.accept(address, next);
        next = door.accept();
      }
    } catch (IOException _) {
      // The door closed under it, or whoever knocked went away.
    }
  }
}
