/** What every code of the calculator means, in words for readers. Codes are those of
 * core/include/footing/base/error_codes.hpp; a test checks that each of them has words here. The message that comes with
 * an error is shown as it is, beneath: it carries what was typed, letter by letter. */
import type { FootingError, Lang, Text } from "../engine/types";
import { typeset } from "../format/typeset";

function row(en: string, hans: string, hant: string): Text {
  return { en, "zh-Hans": typeset(hans, "zh-Hans"), "zh-Hant": typeset(hant, "zh-Hant") };
}

const texts = {
  "address-syntax": row(
    "A DOI or web address of a source is not written as one.",
    "来源的 DOI 或网址写法不对。",
    "來源的 DOI 或網址寫法不對。",
  ),
  "article-missing": row(
    "An article's list of statements is missing.",
    "缺少这篇文章的陈述清单。",
    "缺少這篇文章的陳述清單。",
  ),
  "article-not-named": row(
    "The claim does not say that it appears in this article.",
    "该说法没有写明出自这篇文章。",
    "該說法沒有寫明出自這篇文章。",
  ),
  "article-unknown": row("There is no article of this name.", "没有这个名称的文章。", "沒有這個名稱的文章。"),
  "bare-factor": row(
    "A formula multiplies by a bare number that looks like a unit conversion. Units convert by themselves.",
    "算式里有一个像是单位换算的数字。单位会自行换算。",
    "算式裡有一個像是單位換算的數字。單位會自行換算。",
  ),
  "boolean-not-number": row(
    "A comparison stands where a number is needed.",
    "需要数字的地方写了比较。",
    "需要數字的地方寫了比較。",
  ),
  "bundle-unknown": row(
    "There is no group of inputs of this name.",
    "没有这个名称的输入组合。",
    "沒有這個名稱的輸入組合。",
  ),
  "call-unknown": row("The calculator does not know this call.", "计算器没有这个调用。", "計算器沒有這個呼叫。"),
  "change-without-effect": row(
    "This setting does not move anything shown here.",
    "这个设定不影响这里显示的任何内容。",
    "這個設定不影響這裡顯示的任何內容。",
  ),
  "claim-not-listed": row(
    "The article's list does not name this claim.",
    "文章的清单里没有这个说法。",
    "文章的清單裡沒有這個說法。",
  ),
  "claim-unknown": row("There is no claim of this name.", "没有这个名称的说法。", "沒有這個名稱的說法。"),
  "condition-not-boolean": row("A condition has to be a comparison.", "条件必须是比较。", "條件必須是比較。"),
  "csv-columns": row("The columns of a table are not as needed.", "表格的列不符合要求。", "表格的欄不符合要求。"),
  "csv-syntax": row("A table is not written as CSV.", "表格不是 CSV 格式。", "表格不是 CSV 格式。"),
  "date-arithmetic": row(
    "A year is a date: it can be compared, subtracted or moved by a length of time.",
    "年份是日期：可以比较、相减，或加减一段时间。",
    "年份是日期：可以比較、相減，或加減一段時間。",
  ),
  "date-syntax": row("A date is written as year-month-day.", "日期要写成 年-月-日。", "日期要寫成 年-月-日。"),
  "distribution-parameter": row(
    "A number of this distribution is missing or outside what it allows.",
    "这个分布缺一个数，或有数超出允许的范围。",
    "這個分布缺一個數，或有數超出允許的範圍。",
  ),
  "driver-unknown": row(
    "The input the sentence should name is not in the model.",
    "句子要点名的输入不在模型里。",
    "句子要點名的輸入不在模型裡。",
  ),
  "duplicate-id": row("Two things have the same name.", "两样东西用了同一个名称。", "兩樣東西用了同一個名稱。"),
  "duplicate-key": row("The same entry stands twice.", "同一项写了两次。", "同一項寫了兩次。"),
  "errors-left-out": row("More is amiss than is listed.", "问题不止列出的这些。", "問題不止列出的這些。"),
  "evidence-unknown": row("This grade of evidence is not known.", "没有这种证据等级。", "沒有這種證據等級。"),
  "exponent-not-constant": row(
    "A quantity with a unit can be raised to a constant power.",
    "带单位的量，指数必须是常数。",
    "帶單位的量，指數必須是常數。",
  ),
  "exponent-range": row("An exponent of a unit is too large.", "单位的指数太大。", "單位的指數太大。"),
  "figure-not-a-point": row(
    "A published figure can be recomputed from single values; this scenario holds a range.",
    "公布的数字要由单一值重算，这个情景里有范围。",
    "公布的數字要由單一值重算，這個情境裡有範圍。",
  ),
  "figure-not-recomputed": row(
    "The sum does not give the published figure, and no finding says so.",
    "算式得不出公布的数字，也没有对照说明这一点。",
    "算式得不出公布的數字，也沒有對照說明這一點。",
  ),
  "figure-unknown": row(
    "The claim has no published figure of this name.",
    "该说法没有这个名称的公布数字。",
    "該說法沒有這個名稱的公布數字。",
  ),
  "finding-not-needed": row(
    "A finding is named although the sum gives the published figure.",
    "算式能得出公布的数字，却列了对照。",
    "算式能得出公布的數字，卻列了對照。",
  ),
  "finding-unknown": row("There is no finding of this name.", "没有这个名称的对照。", "沒有這個名稱的對照。"),
  "formula-syntax": row("The formula could not be read.", "算式无法读取。", "算式無法讀取。"),
  "formula-too-long": row("The formula is too long or too deep.", "算式太长或嵌套太深。", "算式太長或巢狀太深。"),
  "id-differs": row(
    "The name inside the file differs from the name of the file.",
    "文件里的名称与文件名不同。",
    "檔案裡的名稱與檔名不同。",
  ),
  "id-syntax": row(
    "A name is made of small letters and digits.",
    "名称由小写字母和数字组成。",
    "名稱由小寫字母和數字組成。",
  ),
  "input-conflict": row(
    "Two models describe the same input in different ways.",
    "两个模型对同一输入的写法不同。",
    "兩個模型對同一輸入的寫法不同。",
  ),
  "input-inactive": row(
    "This way of computing does not use this input.",
    "这条算法路径用不到这个输入。",
    "這條算法路徑用不到這個輸入。",
  ),
  "input-missing": row("An input that is needed has no value.", "有必需的输入没有取值。", "有必要的輸入沒有取值。"),
  "input-unknown": row("There is no input of this name.", "没有这个名称的输入。", "沒有這個名稱的輸入。"),
  "input-unused": row("No step uses this input.", "没有步骤用到这个输入。", "沒有步驟用到這個輸入。"),
  "json-depth": row("The file is nested too deep.", "文件嵌套太深。", "檔案巢狀太深。"),
  "json-size": row("The file is too long.", "文件太长。", "檔案太長。"),
  "json-syntax": row("The file is not valid JSON.", "文件不是有效的 JSON。", "檔案不是有效的 JSON。"),
  "key-missing": row("A required entry is missing.", "缺少必需的一项。", "缺少必要的一項。"),
  "link-claim-missing": row("The link names no claim.", "链接没有写明是哪个说法。", "連結沒有寫明是哪個說法。"),
  "link-encoding": row(
    "A part of the link is garbled. It was read as it stands.",
    "链接有一部分编码有误，按原样读取。",
    "連結有一部分編碼有誤，依原樣讀取。",
  ),
  "link-preview": row(
    "The link is of a preview from before the first release. Figures may differ from those it showed then.",
    "链接来自首次发布之前的预览，数字可能与当时所见不同。",
    "連結來自首次發布之前的預覽，數字可能與當時所見不同。",
  ),
  "link-query-wins": row(
    "The link sets this both before and after #. What stands before it was used.",
    "链接在 # 前后都设了这一项，采用了 # 前面的。",
    "連結在 # 前後都設了這一項，採用了 # 前面的。",
  ),
  "link-revision": row(
    "The revision in the link could not be read.",
    "链接里的修订版无法读取。",
    "連結裡的修訂版無法讀取。",
  ),
  "link-too-long": row("The link is too long to be read.", "链接太长，无法读取。", "連結太長，無法讀取。"),
  "list-empty": row("A list needs at least one entry.", "列表至少要有一项。", "清單至少要有一項。"),
  "log-needs-positive": row(
    "This range needs numbers above zero.",
    "这个范围需要大于零的数。",
    "這個範圍需要大於零的數。",
  ),
  "low-above-high": row("The lower number is above the upper one.", "下端的数大于上端的数。", "下端的數大於上端的數。"),
  "method-version": row(
    "This revision was made with another version of the method.",
    "这一修订版用的是另一版方法。",
    "這一修訂版用的是另一版方法。",
  ),
  "model-cycle": row("A model uses itself.", "模型引用了自己。", "模型引用了自己。"),
  "model-too-large": row(
    "The model has more steps, or is made of more models, than can be computed.",
    "模型的步骤或所含模型太多，无法计算。",
    "模型的步驟或所含模型太多，無法計算。",
  ),
  "model-unknown": row("There is no model of this name.", "没有这个名称的模型。", "沒有這個名稱的模型。"),
  "models-differ": row(
    "The two are computed by different models, so their difference has no common parts.",
    "两者由不同的模型算出，差别没有共同的组成部分。",
    "兩者由不同的模型算出，差別沒有共同的組成部分。",
  ),
  "non-finite": row(
    "With these values a step of the sum has no finite result.",
    "按这些取值，算式有一步得不到有限的结果。",
    "依這些取值，算式有一步得不到有限的結果。",
  ),
  "not-an-article": row(
    "This source does not say that it is an article.",
    "这个来源没有标明是文章。",
    "這個來源沒有標明是文章。",
  ),
  "not-dimensionless": row(
    "A plain number is needed here, without a unit.",
    "这里需要不带单位的数。",
    "這裡需要不帶單位的數。",
  ),
  "number-range": row("A whole number is needed, within its limits.", "需要在界限内的整数。", "需要在界限內的整數。"),
  "option-incomplete": row(
    "There is no sourced figure yet for this choice.",
    "这个选项尚无有出处的数字。",
    "這個選項尚無有出處的數字。",
  ),
  "option-unknown": row("There is no choice of this name.", "没有这个名称的选项。", "沒有這個名稱的選項。"),
  "output-unknown": row("There is no result of this name.", "没有这个名称的结果。", "沒有這個名稱的結果。"),
  "outside-bounds": row(
    "The value lies outside what this input can be.",
    "取值超出这个输入可能的界限。",
    "取值超出這個輸入可能的界限。",
  ),
  "prepared-broken": row("The data of this page contradicts itself.", "本页的数据自相矛盾。", "本頁的資料自相矛盾。"),
  "quantity-unknown": row("There is no quantity of this name.", "没有这个名称的量。", "沒有這個名稱的量。"),
  "ratio-of-one-scenario": row(
    "A ratio needs two different scenarios.",
    "比值需要两个不同的情景。",
    "比值需要兩個不同的情境。",
  ),
  "reason-missing": row("An assumption needs its reason.", "假设必须写明理由。", "假設必須寫明理由。"),
  "release-changed": row(
    "A released revision is not what it was.",
    "已发布的修订版与发布时不同。",
    "已發布的修訂版與發布時不同。",
  ),
  "release-missing": row("A released revision is missing.", "缺少一个已发布的修订版。", "缺少一個已發布的修訂版。"),
  "release-unlisted": row(
    "No release lists this revision.",
    "没有一次发布列出这个修订版。",
    "沒有一次發布列出這個修訂版。",
  ),
  "revision-unknown": row(
    "The link names another revision than the one shown here.",
    "链接写的修订版与这里显示的不同。",
    "連結寫的修訂版與這裡顯示的不同。",
  ),
  "route-missing": row("A way of computing has to be chosen.", "需要选一条算法路径。", "需要選一條算法路徑。"),
  "route-unknown": row(
    "There is no way of computing of this name.",
    "没有这个名称的算法路径。",
    "沒有這個名稱的算法路徑。",
  ),
  "row-unknown": row("The table has no row of this name.", "表格中没有这个名称的行。", "表格中沒有這個名稱的列。"),
  "samples-range": row(
    "The number of combinations is outside what is allowed.",
    "组合数超出允许的范围。",
    "組合數超出允許的範圍。",
  ),
  "scenario-cycle": row("Scenarios extend each other in a circle.", "情景互相引用成环。", "情境互相引用成環。"),
  "scenario-unknown": row("There is no scenario of this name.", "没有这个名称的情景。", "沒有這個名稱的情境。"),
  "schema-version": row(
    "The file is of a version that cannot be read.",
    "文件的版本无法读取。",
    "檔案的版本無法讀取。",
  ),
  "seed-syntax": row("The seed is not a whole number.", "种子不是整数。", "種子不是整數。"),
  "solve-reach": row(
    "The value asked for is out of reach of this input.",
    "这个输入达不到所问的数值。",
    "這個輸入達不到所問的數值。",
  ),
  "solve-target": row("The figure to be met could not be read.", "要满足的数字无法读取。", "要滿足的數字無法讀取。"),
  "source-missing": row("A value has no source.", "有取值没有出处。", "有取值沒有出處。"),
  "source-unknown": row("There is no source of this name.", "没有这个名称的来源。", "沒有這個名稱的來源。"),
  "state-unknown": row(
    "It is not said what the author stated or left out.",
    "没有写明作者写了什么、未计什么。",
    "沒有寫明作者寫了什麼、未計什麼。",
  ),
  "step-cycle": row(
    "Steps of the model need each other in a circle.",
    "模型的步骤互相依赖成环。",
    "模型的步驟互相依賴成環。",
  ),
  "step-missing": row(
    "Rounding up or down needs a step above zero.",
    "向上或向下取整需要大于零的步长。",
    "向上或向下取整需要大於零的步長。",
  ),
  "table-unknown": row("There is no table of this name.", "没有这个名称的表格。", "沒有這個名稱的表格。"),
  "taken-as": row(
    "A value was used as another kind, and the reason is missing.",
    "取值被当作另一类来用，却没有写理由。",
    "取值被當成另一類使用，卻沒有寫理由。",
  ),
  "text-missing": row("A text is missing in one of the languages.", "有一种语言缺少文字。", "有一種語言缺少文字。"),
  "tolerance-range": row("The tolerance is outside what is allowed.", "容差超出允许的范围。", "容差超出允許的範圍。"),
  "too-many-dimensions": row(
    "There are more uncertain inputs than can be drawn.",
    "不确定的输入多于可抽样的数目。",
    "不確定的輸入多於可抽樣的數目。",
  ),
  "unit-definition": row("The list of units contradicts itself.", "单位表自相矛盾。", "單位表自相矛盾。"),
  "unit-mismatch": row(
    "Two quantities that must be of one kind are not.",
    "两个量必须是同一类，但不是。",
    "兩個量必須是同一類，但不是。",
  ),
  "unit-missing": row("A value has no unit.", "有取值没有单位。", "有取值沒有單位。"),
  "unit-syntax": row("The unit could not be read.", "单位无法读取。", "單位無法讀取。"),
  "unknown-file": row(
    "The dataset has a file of an unknown place.",
    "数据集里有一个位置不明的文件。",
    "資料集裡有一個位置不明的檔案。",
  ),
  "unknown-key": row("An entry of this name is not known.", "没有这个名称的项目。", "沒有這個名稱的項目。"),
  "unknown-name": row(
    "The formula names something that is not there.",
    "算式里有不存在的名称。",
    "算式裡有不存在的名稱。",
  ),
  "unknown-unit": row("This unit is not in the list.", "单位表里没有这个单位。", "單位表裡沒有這個單位。"),
  "value-syntax": row(
    "The value is no number, no interval and no known distribution.",
    "取值不是数，不是区间，也不是已知的分布。",
    "取值不是數，不是區間，也不是已知的分布。",
  ),
  "widen-nothing": row(
    "Joining kinds changes nothing here.",
    "这里合并类别没有改变任何东西。",
    "這裡合併類別沒有改變任何東西。",
  ),
  "widen-target": row(
    "Kinds can be joined for one unit at a time.",
    "一次可以合并一种单位的类别。",
    "一次可以合併一種單位的類別。",
  ),
  "word-unknown": row("This word is not among those allowed here.", "这个词不在允许之列。", "這個詞不在允許之列。"),
  "wrong-type": row("An entry is of another type than needed.", "有一项的类型与要求不同。", "有一項的類型與要求不同。"),
} as const satisfies Record<string, Text>;

export type ErrorCode = keyof typeof texts;

/** Every code that has words. */
export const errorCodes = Object.keys(texts) as readonly ErrorCode[];

/** The words for a code; null for a code that is not known here (a newer calculator). */
export function errorText(code: string, lang: Lang): string | null {
  return Object.hasOwn(texts, code) ? texts[code as ErrorCode][lang] : null;
}

/** An error made readable: our words, what was typed, and the calculator's own sentence. */
export interface Notice {
  code: string;
  /** Our words in the reader's language; the calculator's message where the code is unknown. */
  text: string;
  /** What was typed, as it was typed: quoted pieces of the calculator's message. */
  offending: readonly string[];
  /** The calculator's message and hint, verbatim, in English. */
  detail: string;
  /** Where it is: a JSON Pointer, a place in a formula, or a parameter of a link. */
  path: string;
}

export function notice(error: FootingError, lang: Lang): Notice {
  const quoted = [...error.message.matchAll(/"([^"]+)"|'([^']+)'|\u201c([^\u201d]+)\u201d|`([^`]+)`/g)];
  return {
    code: error.code,
    text: errorText(error.code, lang) ?? error.message,
    offending: quoted.map((m) => (m[1] ?? m[2] ?? m[3] ?? m[4]) as string),
    detail: error.hint === "" ? error.message : `${error.message} ${error.hint}`,
    path: error.path,
  };
}
