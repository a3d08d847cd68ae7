package dev.slipway.model.entry;

/**
 * What the ledger can hold. Types are additive: a recorded type keeps its meaning for ever, and an
 * older form is lifted by an upcaster when it is read.
 */
public sealed interface Entry
    permits ActorRefused,
        AgentEnrolled,
        ApplicationDefined,
        ApplicationRemoved,
        CauseSettled,
        CommandReceived,
        DeliveryMade,
        EnvironmentDeclared,
        EventReceived,
        FormatRaised,
        GenerationRaised,
        GuardrailJudged,
        HeadGone,
        HeadMoved,
        KeyCertified,
        LockReleased,
        LockSet,
        OrderIssued,
        OutcomeDecided,
        ReportReceived,
        RolloutCancelled,
        RolloutCancelling,
        RolloutFailed,
        RolloutSettled,
        RolloutStarted,
        RolloutStuck,
        RolloutWaiting,
        ShipmentMade,
        ShipmentQueued,
        ShipmentStopped,
        ShipmentSuperseded,
        TargetDeclared,
        TokenIssued,
        TokenRevoked,
        TriggerEvaluated {}
