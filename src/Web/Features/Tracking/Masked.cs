using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Tracking;

/// <summary>Contact data shown so that its owner recognises it and a stranger who looks on learns little.</summary>
static class Masked
{
    /// <summary><c>081-xxx-5678</c>, <c>035-xxx-456</c>.</summary>
    public static string Phone(string digits)
    {
        if (!PhoneNumber.TryParse(digits, out var number))
            return digits.Length == 0 ? "" : "xxx";
        var parts = number.Display.Split('-');
        parts[1] = new string('x', parts[1].Length);
        return string.Join('-', parts);
    }

    /// <summary>The first name, and of each further one its first letter: <c>สมชาย ใ…</c>.</summary>
    public static string Name(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts.Select((part, index) => index == 0 ? part : StringInfo.GetNextTextElement(part) + "…"));
    }

    /// <summary><c>s…@example.com</c>.</summary>
    public static string Email(string address)
    {
        var at = address.LastIndexOf('@');
        return at <= 0 ? "" : StringInfo.GetNextTextElement(address) + "…" + address[at..];
    }
}
