package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Digest;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Sample;
import dev.slipway.source.contract.GitOverSsh;
import dev.slipway.source.github.GitHubStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole server and its agents where nothing gets in. What they need of others they ask for, and
 * what others are to know they tell them; so nobody has to open a way for a webhook.
 */
class NoInboundRouteTest {

  @TempDir private Path folder;
  private OutboundOnly network;
  private GitHubStandIn github;
  private GitOverSsh ssh;
  private RealRegistry registry;
  private Listener listener;
  private Passage outside;
  private Process inside;
  private ConfinedServer server;

  @BeforeEach
  void start() throws IOException {
    network = OutboundOnly.make();
    github = GitHubStandIn.serving(folder.resolve("git"));
    ssh = GitOverSsh.serving(folder.resolve("sshd"), InetAddress.getLoopbackAddress());
    registry = RealRegistry.open(folder.resolve("registry"));
    listener = Listener.start();
    List<Integer> ports =
        List.of(port(github.address()), port(ssh.place()), port(registry.host()), listener.port());
    network.closeButFor(ports);
    outside = Passage.open(network.outside(), "127.0.0.1", ports);
    inside = passage(ports);
    server = ConfinedServer.up(network, folder.resolve("data"), options(secrets()));
  }

  @AfterEach
  void stop() {
    server.close();
    Leftovers.end(folder);
    inside.destroyForcibly().onExit().join();
    outside.close();
    listener.close();
    registry.close();
    ssh.close();
    github.close();
    network.close();
    assertThat(github.faults()).isEmpty();
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /** Within, 127.0.0.1 leads out to what listens there outside. */
  private Process passage(List<Integer> ports) throws IOException {
    List<String> words = new ArrayList<>(List.of("127.0.0.1", network.outside()));
    ports.forEach(port -> words.add(Integer.toString(port)));
    return Java.process(
            folder.resolve("passage.log"),
            network.words(Java.words(Passage.class.getName(), words)))
        .start();
  }

  private Path secrets() throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secret-files"));
    Files.writeString(secrets.resolve("github-token"), GitHubStandIn.TOKEN + "\n");
    Files.writeString(secrets.resolve("hook-secret"), Listener.SECRET + "\n");
    Files.writeString(secrets.resolve("hook-token"), Listener.TOKEN + "\n");
    Files.writeString(secrets.resolve("git-hosts"), ssh.knownHosts());
    Files.copy(ssh.userKey(), secrets.resolve("deploy-key"), StandardCopyOption.COPY_ATTRIBUTES);
    return secrets;
  }

  private List<String> options(Path secrets) {
    return List.of(
        "--secret-files",
        secrets.toString(),
        "--github",
        github.address() + "=github-token",
        "--ssh",
        ssh.place() + "=deploy-key:git-hosts",
        "--plain",
        registry.host(),
        "--reach",
        "127.0.0.1",
        "--link",
        "https://slipway.example");
  }

  @Test
  void pushes_checks_tags_statuses_and_notifications_need_outbound_connections_only()
      throws IOException {
    assertThatNothingGetsIn();
    apply(
        """
        environment: dev
        guardrails: {checks: {required: [ci/build], deadline: 10m}}
        ---
        target: edge
        environment: dev
        ---
        environment: staging
        ---
        {target: local, environment: staging, local: true}
        ---
        {notification: statuses, github: {}}
        ---
        {notification: deployments, github: {deployments: {}}}
        ---
        notification: hook
        for: {applications: shop}
        events: [settled]
        webhook:
          url: %s
          headers: {X-Team: shop, Authorization: {file: hook-token}}
          secret: {file: hook-secret}
        """
            .formatted(listener.url("/hook")));
    Path ran = folder.resolve("ran");
    Repo shop = Repo.ofCommand(folder.resolve("git/team"), ran, "dev");
    Repo pictures = pictures(folder.resolve("shown"));
    try (RemoteAgent _ = server.agent("dev", "edge", folder.resolve("edge"))) {
      server.asked("app", "add", github.address() + "/team/origin.git");
      server.asked("app", "add", ssh.url(Path.of(URI.create(pictures.url()))));

      String sha = shop.push("Found by looking alone");
      Scene.until(
          "the question for its checks",
          () -> github.asked().stream().filter(asked -> asked.contains(sha)).findFirst());
      assertThat(ran).doesNotExist();
      github.status(sha, "ci/build", "success");
      await("the delivery by the agent", () -> lines(ran), "dev " + sha);
      await("the status at GitHub", () -> github.statuses(sha), "slipway/dev success");
      await("the deployment at GitHub", () -> github.deployments(sha), "dev in_progress success");
      await("the notification", listener::arrived, "settled #1");

      Digest first = registry.push("team/pictures", "latest", Sample.of("one"));
      await("the image", () -> lines(folder.resolve("shown")), image(first));
      Digest moved = registry.push("team/pictures", "latest", Sample.of("two"));
      await("the moved tag", () -> lines(folder.resolve("shown")), image(moved));
    }
  }

  /** It listens at an address of this machine's neighbour, and answers whoever is within. */
  private void assertThatNothingGetsIn() throws IOException {
    String there = server.address() + "/api/v1/version";
    assertThat(network.within("curl", "-sS", there)).contains("unauthorized");
    try (Socket socket = new Socket()) {
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.ofLiteral(network.inside()), server.address().getPort());
      assertThatThrownBy(() -> socket.connect(address, 1500)).isInstanceOf(IOException.class);
    }
  }

  private void apply(String documents) throws IOException {
    Path file = Files.writeString(folder.resolve("platform.yaml"), documents);
    server.asked("apply", file.toString());
  }

  private Repo pictures(Path shown) {
    Repo repo = Repo.in(folder.resolve("pictures"));
    repo.with(
        "slipway.yaml",
        """
        application: pictures
        parameters:
          image: {type: image, from: '%s/team/pictures:latest'}
        services:
          job: {command: './show {params[image]}'}
        route: [staging]
        triggers: [{on: image, parameter: image}]
        """
            .formatted(registry.host()));
    repo.with("show", "#!/bin/sh\necho \"$1\" >> " + shown + "\n").push("Begin");
    return repo;
  }

  private String image(Digest digest) {
    return registry.host() + "/team/pictures:latest@" + digest;
  }

  private static void await(String what, Supplier<List<String>> told, String wanted) {
    Scene.until(what, () -> Optional.of(told.get()).filter(all -> all.contains(wanted)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
