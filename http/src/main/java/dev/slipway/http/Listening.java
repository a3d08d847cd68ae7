package dev.slipway.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How Jetty listens: many connections that mostly wait, so buffers are small, one thread accepts
 * and one selects, and whatever waits for an answer holds no thread. Stateless.
 */
final class Listening {

  private static final int ACCEPT_QUEUE = 4096;
  private static final int PLATFORM_THREADS_MIN = 4;
  private static final int PLATFORM_THREADS_MAX = 16;
  private static final int OUTPUT_BYTES = 4096;
  private static final int INPUT_BYTES = 2048;
  private static final int REQUEST_HEADER_BYTES = 8192;
  private static final int RESPONSE_HEADER_BYTES = 4096;
  private static final long IDLE_MILLIS = 30_000;

  /** A command may have to fetch a repository before it is settled. */
  private static final long ANSWER_MILLIS_MAX = 300_000;

  private static final int STILL_WORKING = 503;

  private Listening() {}

  static void configure(
      JavalinConfig config, Settings settings, Executor answering, AgentDoor agents) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.threadPool = threads(answering);
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.asyncTimeout = ANSWER_MILLIS_MAX;
    config.http.generateEtags = false;
    config.jetty.timeoutStatus = STILL_WORKING;
    config.jetty.modifyServer(server -> {
      server.setStopTimeout(0);
      server.insertHandler(agents);
      // Jetty's own error page would repeat parts of the request.
      server.setErrorHandler((request, response, callback) -> {
        callback.succeeded();
        return true;
      });
    });
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setSendDateHeader(true);
      http.setOutputBufferSize(OUTPUT_BYTES);
      http.setInputBufferSize(INPUT_BYTES);
      http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
      http.setResponseHeaderSize(RESPONSE_HEADER_BYTES);
    });
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
  }

  /**
   * Accepting and selecting have platform threads of their own, for a virtual one that waits for
   * sockets is woken through two others.
   */
  private static QueuedThreadPool threads(Executor answering) {
    QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS_MAX, PLATFORM_THREADS_MIN);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(answering);
    return threads;
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, Settings settings) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }
}
