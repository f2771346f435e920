using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PlanIngest.Host.Review;

/// <summary>
/// The review pages and the programming interface. At hand as services: <see cref="HostSettings"/> (the folders),
/// <c>Ledger</c> (the state of every document, and an event when an output changed), <c>Conditions</c> (what is wrong
/// with the whole), and <c>Mailbox</c> (<c>Tell(path, Hint.Reread)</c> has a document read again).
/// </summary>
public static class ReviewRoutes
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services;

    public static WebApplication MapReview(this WebApplication application) => application;
}
