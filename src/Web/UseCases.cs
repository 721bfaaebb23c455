using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Accounts.Confirming;
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Features.Accounts.Passkeys;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Features.Accounts.Sessions;
using Songthang.Web.Features.Administration;
using Songthang.Web.Features.Announcing;
using Songthang.Web.Features.Answering;
using Songthang.Web.Features.ApiKeys;
using Songthang.Web.Features.Auditing;
using Songthang.Web.Features.BackingUp;
using Songthang.Web.Features.Breaches;
using Songthang.Web.Features.Conversing;
using Songthang.Web.Features.DataSubjects;
using Songthang.Web.Features.Duty;
using Songthang.Web.Features.Evaluations;
using Songthang.Web.Features.Following;
using Songthang.Web.Features.Handling.Accepting;
using Songthang.Web.Features.Handling.Asking;
using Songthang.Web.Features.Handling.Assigning;
using Songthang.Web.Features.Handling.Calling;
using Songthang.Web.Features.Handling.Checking;
using Songthang.Web.Features.Handling.Completing;
using Songthang.Web.Features.Handling.Declining;
using Songthang.Web.Features.Handling.Forwarding;
using Songthang.Web.Features.Handling.Letters;
using Songthang.Web.Features.Handling.Merging;
using Songthang.Web.Features.Handling.Noting;
using Songthang.Web.Features.Handling.Printing;
using Songthang.Web.Features.Handling.Reading;
using Songthang.Web.Features.Handling.Receiving;
using Songthang.Web.Features.Handling.Reopening;
using Songthang.Web.Features.Handling.Withdrawing;
using Songthang.Web.Features.Handling.Working;
using Songthang.Web.Features.Handling.Writing;
using Songthang.Web.Features.Importing;
using Songthang.Web.Features.Inbox;
using Songthang.Web.Features.Lapsing;
using Songthang.Web.Features.Messages;
using Songthang.Web.Features.Outages;
using Songthang.Web.Features.PoleImporting;
using Songthang.Web.Features.PoleLabels;
using Songthang.Web.Features.PolePages;
using Songthang.Web.Features.PoleRegistry;
using Songthang.Web.Features.PublicMap;
using Songthang.Web.Features.Rating;
using Songthang.Web.Features.ReceiveRegister;
using Songthang.Web.Features.Reminding;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Features.Several;
using Songthang.Web.Features.Statistics;
using Songthang.Web.Features.Surveying;
using Songthang.Web.Features.Tracking;
using Songthang.Web.Features.Verifying;
using Songthang.Web.Features.Warning;
using Songthang.Web.Features.WeakSpots;
using Songthang.Web.Features.Webhooks;
using Songthang.Web.Features.WorkOrders;
using Songthang.Web.Shared.Maps;

namespace Songthang.Web;

/// <summary>What can be done, slice by slice.</summary>
static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) => services
        // Accounts
        .AddScoped<SignInOfficer>()
        .AddScoped<SignInWithCode>()
        .AddScoped<SignInWithPasskey>()
        .AddScoped<EnterByDirectory>()
        .AddScoped<LinkedAccounts>()
        .AddScoped<LinkDirectory>()
        .AddScoped<UnlinkDirectory>()
        .AddScoped<NewPasskeys>()
        .AddScoped<AddPasskey>()
        .AddScoped<RemovePasskey>()
        .AddScoped<SetSecondFactor>()
        .AddScoped<CreateRecoveryCodes>()
        .AddScoped<RemoveSecondFactor>()
        .AddScoped<EndSession>()
        .AddScoped<EndAllSessions>()
        .AddScoped<EndOneSession>()
        .AddScoped<EndOtherSessions>()
        .AddScoped<ConfirmIdentity>()
        .AddScoped<ConfirmedIdentity>()
        .AddScoped<ChangeOwnPassword>()
        .AddScoped<CreateAccount>()
        .AddScoped<ChangeAccount>()
        .AddScoped<UnlockAccount>()
        .AddScoped<ResetPassword>()
        .AddScoped<CreateFirstAdministrator>()
        .AddScoped<CreateDemoAccounts>()
        // Following
        .AddScoped<FollowServiceRequest>()
        .AddScoped<StopFollowing>()
        // Administration
        .AddSingleton<Shapes>()
        .AddScoped<CreateApiKey>()
        .AddScoped<ChangeApiKey>()
        .AddScoped<RevokeApiKey>()
        .AddScoped<ChangeSetting>()
        // Surveying
        .AddScoped<ImportBoundaries>()
        .AddScoped<UseBoundaries>()
        .AddScoped<ImportRoads>()
        .AddScoped<KeepRoadDraft>()
        .AddScoped<ChangeRoad>()
        .AddScoped<ClearRoads>()
        .AddScoped<WhoseLamp>()
        .AddScoped<LookAround>()
        // Handling
        .AddScoped<OpenServiceRequest>()
        .AddScoped<CheckDetails>()
        .AddScoped<CorrectDetails>()
        .AddScoped<AcceptServiceRequest>()
        .AddScoped<AskForInformation>()
        .AddScoped<StartWork>()
        .AddScoped<PauseWork>()
        .AddScoped<CompleteServiceRequest>()
        .AddScoped<DeclineServiceRequest>()
        .AddScoped<RecordAnswer>()
        .AddScoped<ForwardServiceRequest>()
        .AddScoped<MergeServiceRequest>()
        .AddScoped<MergeOtherRequests>()
        .AddScoped<SplitOffServiceRequest>()
        .AddScoped<RecordLetter>()
        .AddScoped<RecordAuthoritysAnswer>()
        .AddScoped<ReopenServiceRequest>()
        .AddScoped<WithdrawServiceRequest>()
        .AddScoped<RecordCall>()
        .AddScoped<AddNote>()
        .AddScoped<WriteToRequester>()
        .AddScoped<RecordPrinting>()
        .AddScoped<ShowRequestForm>()
        .AddScoped<ShowCompletionReport>()
        .AddScoped<ShowForwardingLetter>()
        .AddScoped<SaveForwardingLetter>()
        .AddScoped<RecordReceiveNumber>()
        .AddScoped<ReceiveRegisterList>()
        .AddScoped<SetNextReceiveNumber>()
        .AddScoped<PrintRequestForms>()
        .AddSingleton<WriteRequestForms>()
        // PoleLabels
        .AddScoped<PolesToLabel>()
        .AddScoped<ShowPoleLabels>()
        .AddScoped<PrintPoleLabels>()
        .AddScoped<AssignServiceRequest>()
        // Inbox
        .AddScoped<ExportServiceRequests>()
        .AddScoped<ExportExcelFile>()
        .AddScoped<SaveInboxFilter>()
        .AddScoped<DeleteInboxFilter>()
        // Duty
        .AddScoped<AddDutyPeriod>()
        .AddScoped<RemoveDutyPeriod>()
        // Several
        .AddScoped<AcceptSeveral>()
        .AddScoped<AssignSeveral>()
        .AddScoped<ForwardSeveral>()
        .AddScoped<HandOverWork>()
        // Importing
        .AddScoped<ImportServiceRequests>()
        .AddScoped<LoadDemo>()
        // BackingUp
        .AddScoped<TakeScheduledBackup>()
        .AddScoped<BackupList>()
        .AddScoped<WorkloadQuery>()
        // Reporting
        .AddScoped<SubmitServiceRequest>()
        .AddScoped<ReadReceipt>()
        .AddScoped<JudgeReport>()
        .AddScoped<HoldReport>()
        .AddScoped<TakeInHeldReport>()
        .AddScoped<DropHeldReport>()
        // Tracking
        .AddScoped<FindOwnPage>()
        .AddScoped<WithdrawOwnRequest>()
        .AddScoped<ReopenOwnRequest>()
        .AddScoped<SeeOwnPage>()
        // Conversing
        .AddScoped<WriteToOfficers>()
        .AddScoped<TakePartnerUpdate>()
        // Answering
        .AddScoped<AnswerInformationRequest>()
        // Queries that several slices read through
        .AddScoped<PublicServiceRequests>()
        .AddScoped<OwnServiceRequests>()
        .AddScoped<AuditList>()
        .AddScoped<EvaluationList>()
        .AddScoped<FiguresQuery>()
        .AddScoped<MapQuery>()
        .AddScoped<MentionList>()
        .AddScoped<DeskMarks>()
        // The record of who saw and who changed what
        .AddScoped<AuditLog>()
        .AddScoped<ExportAudit>()
        .AddScoped<NearbyRequests>()
        .AddScoped<Poles>()
        .AddScoped<OpenOnPole>()
        .AddScoped<FindPolePage>()
        .AddScoped<PoleToReport>()
        .AddScoped<PublicNearby>()
        .AddScoped<PublicPoles>()
        .AddScoped<PlannedWork>()
        // Public map
        .AddSingleton<PlaceNames>()
        .AddSingleton<GroundVersions>()
        .AddScoped<FindPlaces>()
        // Rating
        .AddScoped<RateRepair>()
        .AddScoped<AskForEvaluation>()
        // Evaluations
        .AddScoped<ExportEvaluations>()
        // Statistics
        .AddScoped<WorkFiguresQuery>()
        .AddScoped<ExportFigures>()
        .AddScoped<ShowMonthlyReport>()
        // Verifying
        .AddScoped<WrittenTimelines>()
        .AddScoped<VerifyTimelines>()
        .AddScoped<StartVerification>()
        .AddScoped<RecordVerification>()
        .AddSingleton<VerificationQueue>()
        // Lapsing
        .AddScoped<LetQuestionLapse>()
        // Reminding
        .AddScoped<RemindOfQuestion>()
        // Warning
        .AddScoped<WarnOfDueSteps>()
        .AddScoped<SendDigest>()
        .AddScoped<WarningWords>()
        // Work orders
        .AddScoped<WorkOrderList>()
        .AddScoped<WorkCandidates>()
        .AddScoped<CreateWorkOrder>()
        .AddScoped<StartWorkOrder>()
        .AddScoped<PauseWorkOrder>()
        .AddScoped<CancelWorkOrder>()
        .AddScoped<RemoveFromWorkOrder>()
        .AddScoped<RecordRepair>()
        .AddScoped<RecordFailedRepair>()
        .AddScoped<WorkOrderPrint>()
        .AddScoped<LoadDemoWorkOrders>()
        // Outages
        .AddScoped<DarkReports>()
        .AddScoped<OutageList>()
        .AddScoped<LookForOutages>()
        .AddScoped<DecideOutage>()
        // Announcing
        .AddScoped<Announcements>()
        .AddScoped<SaveAnnouncement>()
        .AddScoped<EndAnnouncement>()
        // Webhooks
        .AddScoped<WebhookList>()
        .AddScoped<CreateWebhook>()
        .AddScoped<PauseWebhook>()
        .AddScoped<DeleteWebhook>()
        .AddScoped<SendPing>()
        .AddScoped<SendDeliveriesAgain>()
        // Register of poles
        .AddScoped<PoleList>()
        .AddScoped<PolesAtHand>()
        .AddScoped<PoleFactReader>()
        .AddScoped<RegisterPole>()
        .AddScoped<CorrectPole>()
        .AddScoped<RetirePole>()
        .AddScoped<ReturnPole>()
        .AddScoped<ChangePolePhotos>()
        .AddScoped<ExportPoles>()
        .AddScoped<ReceivePoleFile>()
        .AddScoped<StartPoleImport>()
        .AddScoped<ImportPoles>()
        .AddScoped<FinishPoleImport>()
        .AddScoped<LoadDemoPoles>()
        // Weak spots
        .AddScoped<WeakSpotQuery>()
        .AddScoped<FindWeakSpots>()
        .AddScoped<ExportWeakSpots>()
        // Personal data
        .AddScoped<HeldData>()
        .AddScoped<SeeHeldData>()
        .AddScoped<ReceiveDataSubjectRequest>()
        .AddScoped<CloseDataSubjectRequest>()
        .AddScoped<CorrectRequester>()
        .AddScoped<EraseForPerson>()
        .AddScoped<ForgetFollower>()
        .AddScoped<StartBreachCase>()
        .AddScoped<NoteBreachCase>()
        // Messages
        .AddScoped<SendMessagesAgain>();
}
