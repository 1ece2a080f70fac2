"""What every installation knows from its first day: data of public record, no demonstration."""
