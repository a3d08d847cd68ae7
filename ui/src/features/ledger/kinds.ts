import type { Status } from "../../design/status";

/** How a line of history is introduced, and its shape. */
export interface Kind {
  readonly word: string;
  readonly status: Status;
}

const KINDS: Readonly<Record<string, Kind>> = {
  ActorRefused: { word: "Refusal", status: "locked" },
  AgentEnrolled: { word: "Agent", status: "done" },
  ApprovalGiven: { word: "Approval", status: "healthy" },
  ApplicationDefined: { word: "Definition", status: "done" },
  ApplicationRemoved: { word: "Definition", status: "superseded" },
  CauseSettled: { word: "Decision", status: "done" },
  CommandReceived: { word: "Command", status: "person" },
  DeliveryMade: { word: "Delivery", status: "done" },
  DeliveryRejected: { word: "Rejection", status: "held" },
  EnvironmentDeclared: { word: "Environment", status: "done" },
  EnvironmentKeyEnded: { word: "Key", status: "superseded" },
  EnvironmentKeyMade: { word: "Key", status: "done" },
  EventReceived: { word: "Cause", status: "done" },
  HeadGone: { word: "Head", status: "superseded" },
  HoldFixed: { word: "Hold", status: "person" },
  HoldLifted: { word: "Hold", status: "person" },
  InputsHeld: { word: "Hold", status: "held" },
  OwnerAsked: { word: "Resource", status: "person" },
  PlacementPaused: { word: "Pause", status: "paused" },
  PlacementResumed: { word: "Pause", status: "person" },
  ShipmentHeld: { word: "Hold", status: "held" },
  HeadMoved: { word: "Head", status: "done" },
  GuardrailJudged: { word: "Guardrail", status: "waiting" },
  LockReleased: { word: "Lock", status: "done" },
  LockSet: { word: "Lock", status: "locked" },
  MemberAdded: { word: "Group", status: "done" },
  MemberExcluded: { word: "Excluded", status: "person" },
  MemberRemoved: { word: "Group", status: "superseded" },
  OrderIssued: { word: "Order", status: "done" },
  OutcomeDecided: { word: "Outcome", status: "person" },
  ReportReceived: { word: "Observation", status: "done" },
  ResourceDeclared: { word: "Resource", status: "done" },
  ResourceTold: { word: "Resource", status: "done" },
  RolloutCancelled: { word: "Cancelled", status: "done" },
  RolloutCancelling: { word: "Cancelling", status: "person" },
  RolloutFailed: { word: "Failed", status: "failing" },
  RolloutSettled: { word: "Settled", status: "healthy" },
  RolloutStarted: { word: "Rollout", status: "done" },
  RolloutStuck: { word: "Stuck", status: "stuck" },
  RolloutWaiting: { word: "Waiting", status: "waiting" },
  SecretRemoved: { word: "Secret", status: "superseded" },
  SecretSealed: { word: "Secret", status: "done" },
  SetEnded: { word: "Set", status: "done" },
  SetMade: { word: "Set", status: "done" },
  ShipmentJoined: { word: "Shipment", status: "superseded" },
  RolloutAdmitted: { word: "Rollout", status: "done" },
  FailurePassed: { word: "Queue", status: "person" },
  GuardrailBypassed: { word: "Bypass", status: "person" },
  LimitPassed: { word: "Limit", status: "person" },
  ShipmentMade: { word: "Shipment", status: "done" },
  ShipmentMoved: { word: "Queue", status: "queued" },
  ShipmentQueued: { word: "Queue", status: "queued" },
  ShipmentStopped: { word: "Shipment", status: "stuck" },
  ShipmentSuperseded: { word: "Shipment", status: "superseded" },
  StepContinued: { word: "Continued", status: "person" },
  TargetDeclared: { word: "Target", status: "done" },
  TargetPaused: { word: "Target", status: "paused" },
  TargetRemovalAsked: { word: "Target", status: "person" },
  TargetRemoved: { word: "Target", status: "superseded" },
  TargetResumed: { word: "Target", status: "person" },
  TokenIssued: { word: "Token", status: "done" },
  TokenRevoked: { word: "Token", status: "superseded" },
  TriggerEvaluated: { word: "Trigger", status: "done" },
};

/** The kind of an entry; a type that this client does not know yet keeps its own name. */
export function kindOf(type: string): Kind {
  return KINDS[type] ?? { word: type.replace(/(?<=[a-z])(?=[A-Z])/g, " "), status: "done" };
}
