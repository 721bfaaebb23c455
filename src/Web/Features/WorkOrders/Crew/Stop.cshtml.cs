using Microsoft.AspNetCore.Authorization;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders.Crew;

[Authorize(Policy = Policies.Workers)]
public sealed class StopModel(AppDb db, TimeProvider time) : StopPage(db, time);
