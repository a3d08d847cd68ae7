package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream of changes, read as it comes over the wire. */
final class ChangeStreamTest {

  private static final ActorId LAPTOP = new ActorId("laptop");

  private House house;

  @BeforeEach
  void open() {
    house = new House();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** One event of the stream. */
  private record Event(String name, long id, String data) {}

  /** Reads events until one has this id. */
  private List<Event> until(long id, String query, String header, Organisation organisation)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.server.port())) {
      socket.setSoTimeout(8_000);
      String request =
          "GET /api/v1/changes"
              + query
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + header
              + "Authorization: Bearer "
              + House.token(organisation, Role.VIEWER)
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      List<Event> events = new ArrayList<>();
      String name = "";
      long position = -1;
      while (events.isEmpty() || events.getLast().id() < id) {
        String line = in.readLine();
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          position = Long.parseLong(line.substring(4));
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, position, line.substring(6)));
        }
      }
      return events;
    }
  }

  private void happen() {
    house.issue(House.OURS, new ActorId("t-1"), Role.VIEWER, new Scope.Everything());
    house.issue(House.OURS, new ActorId("t-2"), Role.VIEWER, new Scope.Everything());
  }

  @Test
  void changes_after_a_position_come_in_order_and_without_a_gap() throws IOException {
    long before = house.ledger.head().value();
    happen();
    List<Event> events = until(before + 2, "?after=" + before, "", House.OURS);
    assertThat(events.stream().filter(event -> event.name().equals("change")).map(Event::id))
        .containsExactly(before + 1, before + 2);
    assertThat(events.getLast().data()).contains("\"type\":\"TokenIssued\"");
  }

  @Test
  void a_browser_goes_on_from_the_last_id_that_it_saw() throws IOException {
    long before = house.ledger.head().value();
    happen();
    List<Event> events =
        until(before + 2, "", "Last-Event-ID: " + (before + 1) + "\r\n", House.OURS);
    assertThat(events.stream().filter(event -> event.name().equals("change")).map(Event::id))
        .containsExactly(before + 2);
  }

  @Test
  void without_a_position_the_stream_starts_now_and_beats() throws IOException {
    happen();
    List<Event> events = until(house.ledger.head().value(), "", "", House.OURS);
    assertThat(events).extracting(Event::name).containsExactly("heartbeat");
  }

  @Test
  void a_revoked_token_ends_its_stream_within_five_seconds() throws IOException {
    assertThat(endedBy(new TokenRevoked(LAPTOP))).contains("access-ended", "revoked");
  }

  @Test
  void other_rights_end_a_stream_that_began_under_the_former_ones() throws IOException {
    TokenIssued narrower =
        new TokenIssued(LAPTOP, Role.VIEWER, new Scope.OfApplication(new ApplicationName("shop")));
    assertThat(endedBy(narrower)).contains("access-ended", "rights");
    assertThat(endedBy(new TokenIssued(LAPTOP, Role.VIEWER, new Scope.Everything())))
        .contains("access-ended", "rights");
  }

  /** What a stream of a deployer's last says when this is written while it goes on. */
  private String endedBy(Entry entry) throws IOException {
    house.issue(House.OURS, LAPTOP, Role.DEPLOYER, new Scope.Everything());
    house.grant(House.OURS, LAPTOP, "secret-of-laptop");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.server.port())) {
      socket.setSoTimeout(8_000);
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret-of-laptop\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(in.readLine()).startsWith("HTTP/1.1 200");
      await(in, "event: heartbeat");
      house.write(House.OURS, entry);
      long written = System.nanoTime();
      await(in, "event: ended");
      assertThat(in.readLine()).startsWith("id: ");
      String because = in.readLine();
      await(in, "0");
      assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(Duration.ofSeconds(5));
      return because;
    }
  }

  /** A line that has to come; "0" is the last chunk of an answer that has ended. */
  private static void await(BufferedReader in, String wanted) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    String line = in.readLine();
    while (!wanted.equals(line)) {
      assertThat(line).as("the stream goes on").isNotNull();
      assertThat(System.nanoTime()).as(wanted).isLessThan(end);
      line = in.readLine();
    }
  }

  @Test
  void another_organisations_changes_do_not_come() throws IOException {
    long before = house.ledger.head().value();
    happen();
    house.issue(House.THEIRS, new ActorId("t-3"), Role.VIEWER, new Scope.Everything());
    List<Event> events = until(before + 3, "?after=" + before, "", House.THEIRS);
    assertThat(events.stream().filter(event -> event.name().equals("change")).map(Event::id))
        .containsExactly(before + 3);
  }
}
