import type { AboutText } from "../about";

export const aboutZhHant: AboutText = {
  title: "關於 Footing",
  lead: "Footing 是一個計算器，對象是已公布的、關於人工智慧用電、碳排放和用水的數字。它顯示這樣一個數字靠什麼成立，不作評定。",
  sections: {
    what: {
      title: "它做什麼",
      paragraphs: [
        "每個說法有一頁：數字及其出現的地方、背後的算式、各輸入項與出處，以及有出處的輸入給出的範圍。移動任一輸入項，句子、圖和算式隨之變化；網址會記下你的設定。",
        "這些說法是五篇中文文章及其背後論文裡的數字。每篇文章有一頁，列出文中全部數字，包括無法計算的。",
      ],
    },
    use: {
      title: "引用與分享",
      paragraphs: [
        "「複製連結」寫出的網址帶有說法的版本和你的設定。一個版本的數字保持不變。他人改動過的設定會標明是改動者的，圖片裡也一樣。",
      ],
    },
    publish: {
      title: "給媒體編輯部",
      paragraphs: [
        "一個說法可以用三種方式放進文章：嵌入框、內含網址的圖片，或放在自己伺服器上、不從別處載入任何內容的單一 HTML 檔。每個說法的分享面板裡都有。說法的文字、數字和圖片可依下面的授權使用；文章與論文屬於各自的作者。",
      ],
    },
    contribute: {
      title: "新增說法或更正",
      paragraphs: [
        "一個說法就是一個三種語言的資料檔：`footing new` 起草，`footing check` 指出問題及其位置，不需要寫 C++。更正一個數字，需要給出可以讀到正確數字的地方。",
      ],
    },
    licence: {
      title: "授權與版本",
      paragraphs: [
        "程式：Apache-2.0。資料與文字：CC BY 4.0，請註明「Footing」以及說法的連結和版本。取自各出處的數值適用原出處的條款，每個數值都寫明出處。",
        "本站由引擎 {engine}、方法 {method} 產生。",
      ],
    },
    privacy: {
      title: "隱私：一段話",
      paragraphs: [],
    },
  },
  packages: "頁面含有下列套件的程式碼：",
  sources: "出處",
  sources_lead: "說法、模型和表格引用的全部出處，以及我們是怎樣看到的。",
};
