package hedgerow.market.clearing;

/// Kinds of account that a clearing house tells apart.
public enum AccountType {
    /// A clearing or exchange member.
    MEMBER,
    /// A hedger.
    HEDGER,
    /// A speculator.
    SPECULATOR,
    /// A normal account, where hedgers and speculators are not told apart.
    NORMAL,
    /// An omnibus account, margined gross.
    OMNIBUS
}
