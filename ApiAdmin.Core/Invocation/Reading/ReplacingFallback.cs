using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>U+FFFD for bytes that mean nothing, and whether there were any.</summary>
internal sealed class ReplacingFallback : DecoderFallback
{
    public bool HasReplaced { get; set; }

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new One(this);

    private sealed class One(ReplacingFallback owner) : DecoderFallbackBuffer
    {
        private int left;

        public override int Remaining => left;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.HasReplaced = true;
            left = 1;
            return true;
        }

        public override char GetNextChar() => left-- > 0 ? '\ufffd' : End();

        public override bool MovePrevious()
        {
            if (left > 0)
            {
                return false;
            }

            left = 1;
            return true;
        }

        public override void Reset() => left = 0;

        private char End()
        {
            left = 0;
            return '\0';
        }
    }
}
