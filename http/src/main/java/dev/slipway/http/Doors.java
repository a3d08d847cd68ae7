package dev.slipway.http;

import dev.slipway.loop.door.Administration;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Attendance;
import dev.slipway.loop.door.Changes;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.door.Commits;
import dev.slipway.loop.door.Credentials;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.loop.door.Explanations;
import dev.slipway.loop.door.FeedbackDesk;
import dev.slipway.loop.door.Intake;
import dev.slipway.loop.door.Material;
import dev.slipway.loop.door.Notifications;
import dev.slipway.loop.door.Origins;
import dev.slipway.loop.door.Papers;
import dev.slipway.loop.door.Permissions;
import dev.slipway.loop.door.Persons;
import dev.slipway.loop.door.Previews;
import dev.slipway.loop.door.Records;
import dev.slipway.loop.door.SealedSecrets;
import dev.slipway.loop.door.Sources;
import dev.slipway.loop.door.Suppositions;
import dev.slipway.loop.door.Trusts;
import dev.slipway.views.ReadTables;
import java.util.concurrent.Executor;

/**
 * Everything that HTTP reaches of the rest of the server.
 *
 * @param answering where requests are taken and answers put together, so that the loop's own turn
 *     is not kept; gives each a thread of its own, for some wait long
 */
public record Doors(
    Commands commands,
    Intake intake,
    Agents agents,
    Material material,
    SealedSecrets sealed,
    DeliveryLogs logs,
    Changes changes,
    Permissions permissions,
    Credentials credentials,
    Administration administration,
    Trusts trusts,
    Persons persons,
    FeedbackDesk feedback,
    Papers papers,
    Records records,
    Explanations explanations,
    Origins origins,
    Attendance attendance,
    Sources sources,
    Previews previews,
    Commits commits,
    Suppositions suppositions,
    Notifications notifications,
    ReadTables tables,
    Executor answering) {}
