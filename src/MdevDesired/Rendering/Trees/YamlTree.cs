using System.Globalization;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MdevDesired.Rendering.Trees;

/// <summary>Spells a tree as one YAML document in block style.</summary>
internal sealed class YamlTree : TreeWriter
{
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly Emitter _emitter;

    public YamlTree()
    {
        _emitter = new(_text, new EmitterSettings().WithIndentedSequences().WithNewLine("\n"));
        _emitter.Emit(new StreamStart());
        _emitter.Emit(new DocumentStart());
    }

    public override void Key(string key) => Value(key);

    public override void BeginMap() => _emitter.Emit(new MappingStart());

    public override void EndMap() => _emitter.Emit(new MappingEnd());

    public override void BeginList() =>
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));

    public override void EndList() => _emitter.Emit(new SequenceEnd());

    public override void Value(string value) => Emit(value, PlainText.Is(value) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted);

    public override void Value(bool value) => Plain(value ? "true" : "false");

    public override void Value(long value) => Plain(value.ToString(CultureInfo.InvariantCulture));

    public override void Value(ulong value) => Plain(value.ToString(CultureInfo.InvariantCulture));

    public override void Dispose() => _text.Dispose();

    protected override string Finish()
    {
        _emitter.Emit(new DocumentEnd(isImplicit: true));
        _emitter.Emit(new StreamEnd());
        return _text.ToString();
    }

    private void Plain(string text) => Emit(text, ScalarStyle.Plain);

    private void Emit(string text, ScalarStyle style) => _emitter.Emit(
        new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Plain, isQuotedImplicit: true));
}
