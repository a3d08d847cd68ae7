package dev.slipway.forwarder;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response.CompleteListener;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives each request to a process behind its door, and the answer back as it comes.
 *
 * <p>A request that got no byte of an answer is tried at another process, if it is a GET, HEAD or
 * OPTIONS without a body: it may have been done, and doing it twice is harmless. Any other one that
 * fails is answered 502, or 504 when the process was silent for too long.
 */
final class Passing extends ProxyHandler {

  private static final int TRIES_MAX = 3;
  private static final Set<String> REPEATABLE =
      Set.of(HttpMethod.GET.asString(), HttpMethod.HEAD.asString(), HttpMethod.OPTIONS.asString());
  private static final String TRIAL = Passing.class.getName() + ".trial";

  private final Switchboard board;
  private final Limits limits;
  private final BooleanSupplier isLeaving;

  /** What one request went through so far. */
  private static final class Trial {
    private final Set<Upstream> tried = new HashSet<>();
    private Optional<Upstream> present = Optional.empty();

    void begin(Upstream upstream) {
      tried.add(upstream);
      present = Optional.of(upstream);
    }

    void end() {
      present.ifPresent(Upstream::release);
      present = Optional.empty();
    }
  }

  /**
   * Passes requests on.
   *
   * @param isLeaving whether another forwarder takes over, so that connections should end
   */
  Passing(Switchboard board, Limits limits, BooleanSupplier isLeaving) {
    this.board = board;
    this.limits = limits;
    this.isLeaving = isLeaving;
    setViaHost("slipway");
    setUseServerThreadPool(true);
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setUserAgentField(null);
    client.setConnectTimeout(limits.connectMillis());
    client.setIdleTimeout(limits.spareMillis());
    client.setMaxConnectionsPerDestination(limits.connections());
    client.setMaxRequestsQueuedPerDestination(limits.connections());
    client.setRequestBufferSize(limits.headerBytes());
    client.setMaxResponseHeadersSize(limits.headerBytes());
    client.setDestinationIdleTimeout(TimeUnit.MINUTES.toMillis(1));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Trial trial = new Trial();
    request.setAttribute(TRIAL, trial);
    Request.addCompletionListener(request, _ -> trial.end());
    return attempt(request, response, callback);
  }

  private boolean attempt(Request request, Response response, Callback callback) {
    Trial trial = trial(request);
    Optional<Upstream> upstream = door(request).flatMap(door -> board.take(door, trial.tried));
    if (upstream.isEmpty()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      Response.writeError(
          request,
          response,
          callback,
          HttpStatus.SERVICE_UNAVAILABLE_503,
          "No process of this service takes requests now.");
      return true;
    }
    trial.begin(upstream.get());
    return super.handle(request, response, callback);
  }

  @Override
  protected HttpURI rewriteHttpURI(Request request) {
    return request.getHttpURI();
  }

  /** The path goes on as it came, for it need not be one that Java calls a URI. */
  @Override
  protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request request, HttpURI uri) {
    InetSocketAddress to =
        trial(request).present.map(Upstream::address).orElseThrow(UnresolvedAddressException::new);
    return getHttpClient()
        .newRequest(to.getAddress().getHostAddress(), to.getPort())
        .method(request.getMethod())
        .path(uri.getPathQuery())
        .idleTimeout(limits.silentMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request onward) {
    super.addProxyHeaders(request, onward);
    HttpFields came = request.getHeaders();
    String client = Request.getRemoteAddr(request);
    String chain =
        came.getValuesList(HttpHeader.X_FORWARDED_FOR).isEmpty()
            ? client
            : String.join(", ", came.getValuesList(HttpHeader.X_FORWARDED_FOR)) + ", " + client;
    String host = Optional.ofNullable(came.get(HttpHeader.HOST)).orElse("");
    onward.headers(headers -> {
      headers.put(HttpHeader.X_FORWARDED_FOR, chain);
      headers.computeField(
          HttpHeader.X_FORWARDED_HOST,
          (header, fields) ->
              fields == null || fields.isEmpty() ? new HttpField(header, host) : fields.getFirst());
      headers.computeField(
          HttpHeader.X_FORWARDED_PROTO,
          (header, fields) ->
              fields == null || fields.isEmpty()
                  ? new HttpField(header, "http")
                  : fields.getFirst());
    });
  }

  /** Once another forwarder takes over, each answer is the last of its connection. */
  @Override
  protected CompleteListener newServerToProxyResponseListener(
      Request request,
      org.eclipse.jetty.client.Request onward,
      Response response,
      Callback callback) {
    return new ProxyResponseListener(request, onward, response, callback) {
      @Override
      public void onHeaders(org.eclipse.jetty.client.Response answer) {
        super.onHeaders(answer);
        if (isLeaving.getAsBoolean()) {
          response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
      }
    };
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request onward,
      org.eclipse.jetty.client.Response answer,
      Response response,
      Callback callback,
      Throwable failure) {
    Trial trial = trial(request);
    trial.end();
    boolean nothingCame = answer.getStatus() == 0 && !response.isCommitted();
    if (nothingCame && isRepeatable(request) && trial.tried.size() < TRIES_MAX) {
      boolean _ = attempt(request, response, callback);
    } else {
      super.onServerToProxyResponseFailure(request, onward, answer, response, callback, failure);
    }
  }

  private static boolean isRepeatable(Request request) {
    return REPEATABLE.contains(request.getMethod())
        && request.getLength() <= 0
        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private static Trial trial(Request request) {
    return (Trial) request.getAttribute(TRIAL);
  }

  private static Optional<InetSocketAddress> door(Request request) {
    SocketAddress local = request.getConnectionMetaData().getLocalSocketAddress();
    return local instanceof InetSocketAddress address ? Optional.of(address) : Optional.empty();
  }
}
