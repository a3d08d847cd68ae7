package dev.slipway.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.PathRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The one guarded HTTP client. It calls http and https, connects to addresses that it has looked
 * at, asks no proxy, follows at most three redirects and looks at each of them again, keeps headers
 * of ours from everybody but the one that they are for, and bears only so much time and text.
 * Thread-safe; a call blocks its thread.
 */
public final class Outbound implements AutoCloseable {

  private static final int THREADS_MAX = 16;
  private static final int AT_ONCE_MAX = 8;
  private static final int HEADER_BYTES_MAX = 32 * 1024;

  private final Bounds bounds;
  private final HttpClient client;

  /**
   * @param resolving where names are resolved, which may take long and cannot be interrupted
   */
  public Outbound(Names names, Reach reach, Bounds bounds, Executor resolving) {
    this.bounds = bounds;
    client = new HttpClient();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 2);
    threads.setName("outbound");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setSocketAddressResolver(new Guard(names, reach, resolving));
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setConnectTimeout(bounds.patience().toMillis());
    client.setAddressResolutionTimeout(bounds.patience().toMillis());
    client.setIdleTimeout(bounds.patience().toMillis());
    client.setMaxConnectionsPerDestination(AT_ONCE_MAX);
    client.setMaxResponseHeadersSize(HEADER_BYTES_MAX);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("The client for calls to the outside does not start", e);
    }
    // Nothing is unpacked, and no password is offered to whoever asks for one.
    client.getContentDecoderFactories().clear();
    client.getProtocolHandlers().clear();
  }

  /** Calls, and waits for what comes of it. */
  public Answer call(Call call) {
    return call(call, this::text);
  }

  /**
   * Calls for what may be too large for memory. Only what is answered with 200 goes into the file;
   * what is said instead is the answer's text.
   *
   * @param bytesMax beyond it the answer is cut, and the file with it
   */
  public Answer fetch(Call call, Path into, long bytesMax) {
    try (SeekableByteChannel file =
        Files.newByteChannel(
            into,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      return call(call, () -> new Taking.IntoFile(file, bytesMax, text()));
    } catch (IOException unwritable) {
      return new Answer.Failed("The file for what is read cannot be written.");
    }
  }

  private Taking.AsText text() {
    return new Taking.AsText(bounds.bytesMax());
  }

  private Answer call(Call call, Supplier<? extends Taking> taking) {
    try {
      OwnHeaders.check(call.headers());
      return follow(call, Place.of(call.url()), taking);
    } catch (NotAllowed why) {
      return why.answer();
    }
  }

  private Answer follow(Call call, Place first, Supplier<? extends Taking> taking)
      throws NotAllowed {
    Place place = first;
    SortedMap<String, String> headers = call.headers();
    for (int redirects = 0; redirects <= Bounds.REDIRECTS_MAX; redirects++) {
      Heard.Reply reply;
      try {
        reply = ask(call, place.url(), headers, taking.get());
      } catch (ExecutionException failure) {
        return failed(call, failure.getCause() == null ? failure : failure.getCause());
      } catch (TimeoutException late) {
        return failed(call, late);
      } catch (IOException unreadable) {
        return new Answer.Failed("The file that is to be sent cannot be read.");
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return failed(call, interrupted);
      }
      Optional<String> location = reply.location().filter(_ -> leadsOn(call, reply.answer()));
      if (location.isEmpty()) {
        return reply.answer();
      }
      Place next = place.to(location.get());
      if (!next.isSameAs(first)) {
        headers = new TreeMap<>();
      }
      place = next;
    }
    return new Answer.Refused(
        "too-many-redirects",
        "More than " + Bounds.REDIRECTS_MAX + " redirects; name the address where they end.");
  }

  /** What was sent is sent again only where the answer says so; else it would arrive as nothing. */
  private static boolean leadsOn(Call call, Answer.Answered answer) {
    if (call.stays()) {
      return false;
    }
    return switch (answer.status()) {
      case 307, 308 -> true;
      case 301, 302, 303 -> call.method().onlyAsks();
      default -> false;
    };
  }

  private Heard.Reply ask(Call call, URI url, SortedMap<String, String> headers, Taking taking)
      throws InterruptedException, ExecutionException, TimeoutException, IOException {
    Heard heard = new Heard(taking, call.wanted());
    long patience = patience(call).toMillis();
    Request request =
        client
            .newRequest(url)
            .method(call.method().name())
            .timeout(patience, TimeUnit.MILLISECONDS)
            .headers(fields -> headers.forEach(fields::put));
    switch (call.content()) {
      case Call.Content.None _ -> {}
      case Call.Content.Text text ->
          request.body(new StringRequestContent("application/json", text.text()));
      case Call.Content.OfFile file ->
          request.body(new PathRequestContent("application/octet-stream", file.file()));
    }
    request.send(heard);
    return heard.reply().get(2 * patience, TimeUnit.MILLISECONDS);
  }

  private Duration patience(Call call) {
    return call.patience().orElseGet(bounds::patience);
  }

  private Answer failed(Call call, Throwable why) {
    return switch (why) {
      case NotAllowed notAllowed -> notAllowed.answer();
      case TimeoutException _ ->
          new Answer.Failed("No whole answer within " + patience(call).toSeconds() + " s.");
      case UnknownHostException _ -> new Answer.Failed("The name of the host has no address.");
      case ConnectException _ -> new Answer.Failed("Nobody answers at this address.");
      default ->
          new Answer.Failed("The connection failed: " + why.getClass().getSimpleName() + ".");
    };
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The client for calls to the outside does not stop", e);
    }
  }
}
