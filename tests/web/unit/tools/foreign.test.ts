/** What the check of English pages takes for Chinese that nothing marks. */
import { expect, test } from "vitest";
import { unmarked } from "../../../../web/tools/foreign";

const page = (body: string): string => `<html lang="en"><head><title>度</title></head><body>${body}</body></html>`;

test("Chinese is named where it is not marked, in texts, names and charts", () => {
  expect(unmarked(page(`<p>by 玛雅蓝</p><a aria-label="度"></a><svg lang="en"><text>瓦</text></svg>`))).toEqual([
    "by 玛雅蓝",
    "度",
    "瓦",
  ]);
});

test("what is marked, itself or by what is around it, is in order", () => {
  const marked = `<p>by <span lang="zh">玛雅蓝</span><br />and</p><ul lang="zh-Hans"><li title="度">瓦</li></ul>`;
  expect(unmarked(page(`${marked}<script>"度"</script>`))).toEqual([]);
  expect(unmarked(page(`${marked}<p>度</p>`))).toEqual(["度"]);
});
