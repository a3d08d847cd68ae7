package dev.slipway.outbound;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
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
    try {
      OwnHeaders.check(call.headers());
      return follow(call, Place.of(call.url()));
    } catch (NotAllowed why) {
      return why.answer();
    }
  }

  private Answer follow(Call call, Place first) throws NotAllowed {
    Place place = first;
    SortedMap<String, String> headers = call.headers();
    for (int redirects = 0; redirects <= Bounds.REDIRECTS_MAX; redirects++) {
      Heard.Reply reply;
      try {
        reply = ask(call, place.url(), headers);
      } catch (ExecutionException failure) {
        return failed(failure.getCause() == null ? failure : failure.getCause());
      } catch (TimeoutException late) {
        return failed(late);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return failed(interrupted);
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
      case 301, 302, 303 -> call.method() == Call.Method.GET;
      default -> false;
    };
  }

  private Heard.Reply ask(Call call, URI url, SortedMap<String, String> headers)
      throws InterruptedException, ExecutionException, TimeoutException {
    Heard heard = new Heard(bounds.bytesMax());
    Request request =
        client
            .newRequest(url)
            .method(call.method().name())
            .timeout(bounds.patience().toMillis(), TimeUnit.MILLISECONDS)
            .headers(fields -> headers.forEach(fields::put));
    call.body().ifPresent(body -> request.body(new StringRequestContent("application/json", body)));
    request.send(heard);
    return heard.reply().get(2 * bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Answer failed(Throwable why) {
    return switch (why) {
      case NotAllowed notAllowed -> notAllowed.answer();
      case TimeoutException _ ->
          new Answer.Failed("No whole answer within " + bounds.patience().toSeconds() + " s.");
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
