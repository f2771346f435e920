using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PlanIngest.Host.Review;

/// <summary>The review pages and the programming interface, for the server that carries them.</summary>
public static class ReviewRoutes
{
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services.AddSingleton(TimeProvider.System).AddSingleton<ReviewServices>();

    public static WebApplication MapReview(this WebApplication application)
    {
        ReviewEndpoints.Map(application, application.Services.GetRequiredService<ReviewServices>());
        return application;
    }
}
