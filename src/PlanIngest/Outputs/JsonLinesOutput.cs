namespace PlanIngest.Outputs;

/// <summary>The flat form as one JSON object a line; nothing is null.</summary>
public static class JsonLinesOutput
{
    public static void WriteRow(JsonLayout json, FlatValue[] row)
    {
        json.BeginObject(line: true);
        for (var column = 0; column < row.Length; column++)
        {
            json.Name(FlatForm.Columns[column]);
            if (row[column].IsLiteral)
            {
                json.Json(row[column].Text!);
            }
            else
            {
                json.Text(row[column].Text);
            }
        }
        json.EndObject();
        json.EndLine();
    }
}
