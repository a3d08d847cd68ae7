package dev.slipway.app.server;

import dev.slipway.app.agent.LocalAgents;
import dev.slipway.app.port.LogJournal;
import dev.slipway.http.AddressInUse;
import dev.slipway.http.HttpServer;
import dev.slipway.http.Settings;
import dev.slipway.ledger.sql.DurableWrites;
import dev.slipway.loop.door.Changes;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One server: its rooms wired together, its door open, its agents started. */
public final class Server implements AutoCloseable {

  /** What answers here. */
  public static final String VERSION = "0.1.0";

  private static final Duration LOGIN_WITHIN = Duration.ofHours(24);

  private final ControlPlane plane;
  private final HttpServer http;
  private final LocalAgents agents;
  private final Changes.Subscription agentsFollow;
  private final URI address;
  private final Optional<String> loginLink;

  private Server(ServerOptions options, DurableWrites writes) {
    Journal journal = new LogJournal();
    plane = ControlPlane.start(options, writes, journal);
    http = listening(options);
    address = URI.create("http://" + options.hostText() + ":" + http.port());
    DataFolder folder = options.data();
    PrivateFiles.write(folder.address(), line(address.toString()));
    loginLink = plane.loginSecret(LOGIN_WITHIN).map(secret -> address + "/login#" + secret);
    loginLink.ifPresent(link -> PrivateFiles.write(folder.loginLink(), line(link)));
    agents =
        new LocalAgents(
            Organisation.MAIN,
            folder.agents(),
            address,
            VERSION,
            plane.store().directory(),
            plane.secrets(),
            plane.turns(),
            plane.lanes(),
            plane.clock(),
            journal);
    agentsFollow =
        agents.follow(plane.loop().changes(), plane.loop().memory().world(Organisation.MAIN));
  }

  /**
   * Starts a server.
   *
   * @throws AddressInUse where somebody listens already
   * @throws dev.slipway.ledger.sql.FolderInUse where another server has the data folder
   */
  public static Server start(ServerOptions options) {
    return new Server(options, DurableWrites.UNOBSERVED);
  }

  /**
   * As {@link #start(ServerOptions)}; {@code writes} is told of everything that becomes durable.
   */
  public static Server start(ServerOptions options, DurableWrites writes) {
    return new Server(options, writes);
  }

  public URI address() {
    return address;
  }

  /** A link that logs a browser in as the administrator of the first run, once. */
  public Optional<String> loginLink() {
    return loginLink;
  }

  private HttpServer listening(ServerOptions options) {
    try {
      return HttpServer.start(plane.doors(), settings(options));
    } catch (AddressInUse taken) {
      plane.close();
      throw taken;
    }
  }

  private Settings settings(ServerOptions options) {
    List<String> certificates = plane.keys().certificates().stream().map(Bytes::utf8).toList();
    return new Settings(
        options.listen().getHostString(),
        options.listen().getPort(),
        VERSION,
        plane.keys().root().publicKey().base64(),
        () -> certificates,
        plane.keys()::certify,
        plane.clock(),
        plane.secrets(),
        () -> !plane.loop().isHalted());
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    agentsFollow.close();
    agents.close();
    http.close();
    plane.close();
  }
}
