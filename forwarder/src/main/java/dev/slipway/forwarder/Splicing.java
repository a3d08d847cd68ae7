package dev.slipway.forwarder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Joins a connection with one to a process, byte for byte, until both sides have said their last. A
 * process that does not take the connection is passed over. Thread-safe; each connection needs two
 * of the executor's threads.
 */
final class Splicing {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final Switchboard board;
  private final Executor threads;
  private final AtomicInteger joined = new AtomicInteger();

  Splicing(Switchboard board, Executor threads) {
    this.board = board;
    this.threads = threads;
  }

  int joined() {
    return joined.get();
  }

  void join(InetSocketAddress door, SocketChannel client) {
    joined.incrementAndGet();
    threads.execute(() -> {
      try (client) {
        carry(door, client);
      } catch (IOException _) {
        // One side broke off; both connections end, which is all that there is to say.
      } finally {
        joined.decrementAndGet();
      }
    });
  }

  private void carry(InetSocketAddress door, SocketChannel client) throws IOException {
    Set<Upstream> tried = new HashSet<>();
    Optional<Upstream> next = board.take(door, tried);
    while (next.isPresent()) {
      Upstream upstream = next.get();
      try (SocketChannel process = SocketChannel.open()) {
        if (isConnected(process, upstream)) {
          both(client, process);
          return;
        }
      } finally {
        upstream.release();
      }
      next = tried.add(upstream) ? board.take(door, tried) : Optional.empty();
    }
  }

  private static boolean isConnected(SocketChannel process, Upstream upstream) {
    try {
      return process.connect(upstream.address());
    } catch (IOException e) {
      return false;
    }
  }

  /** Whichever way breaks ends the other, for closing a channel ends whoever reads from it. */
  private void both(SocketChannel client, SocketChannel process) throws IOException {
    CompletableFuture<Void> back =
        CompletableFuture.runAsync(
            () -> {
              try {
                pour(process, client);
              } catch (IOException e) {
                close(client);
                close(process);
              }
            },
            threads);
    try {
      pour(client, process);
    } catch (IOException e) {
      close(process);
      throw e;
    } finally {
      back.join();
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pour(SocketChannel from, SocketChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
      buffer.clear();
    }
    to.shutdownOutput();
  }
}
