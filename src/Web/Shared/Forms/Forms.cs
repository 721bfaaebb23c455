using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Songthang.Web.Shared.Forms;

/// <summary>Forms speak our words, not the framework's, and are checked by the server alone.</summary>
public static class FormsSetup
{
    public static IMvcBuilder AddForms(this IMvcBuilder mvc) => mvc
        .AddMvcOptions(options =>
        {
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.Filters.Add<UnknownHandlerFilter>();
            options.Filters.Add<RuleBrokenFilter>();
            SayInOurWords(options.ModelBindingMessageProvider);
        })
        .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);

    static void SayInOurWords(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => Missing);
        messages.SetMissingBindRequiredValueAccessor(_ => Missing);
        messages.SetMissingKeyOrValueAccessor(() => Missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Missing);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => NotANumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => NotANumber);
    }

    static string Missing => Say.T("กรุณาระบุข้อมูลในช่องนี้", "Please fill in this field");

    static string Unreadable => Say.T("ข้อมูลในช่องนี้ไม่ถูกต้อง กรุณาตรวจสอบอีกครั้ง", "This value cannot be read; please check it");

    static string NotANumber => Say.T("กรุณาระบุเป็นตัวเลข", "Please enter a number");
}
