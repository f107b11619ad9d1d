// The words of the page, in the three languages it speaks.

const hans = {
  tagline: "客服回复，发送前看一眼",
  language: "界面语言", skip: "跳到回复",
  channel: "渠道", audience: "读者", recipient: "收件人", key: "访问密钥",
  reply: "回复内容", placeholder: "在这里写下或粘贴准备发给客户的回复…",
  examples: "试试：", proposal: "建议改写", accept: "全部采用", copy: "复制", copied: "已复制",
  found: "发现", terms: "回复中的术语", explained: "已解释", unexplained: "未解释", plainly: "也可以说：",
  why: "为什么：", source: "出处：", apply: "采用", idea: "仅供参考",
  next: "下一处", previous: "上一处", fixKey: "采用这处修改",
  local: "文字只送到运行本页的服务器，不作记录。",
  empty: "写下回复，这里会逐条列出需要留意的地方。", clean: "没有发现问题。",
  allow: "可以发送", revise: "建议修改", block: "请勿发送",
  counts: (n) => (n ? `${n} 处` : "没有发现问题"),
  error: "错误", warning: "警告", info: "提示", missing: "缺少",
  incomplete: "有内容未能检查：", offline: "服务器没有应答。文字还在这里，恢复后会再检查。",
  channels: { "": "不限", chat: "在线聊天", email: "邮件", phone: "电话", sms: "短信", letter: "信函", social: "社交媒体" },
  audiences: { "": "一般", senior: "长者", professional: "专业人士" },
  recipients: { unverified: "未核实", owner: "账户本人", third_party: "第三方" },
  tries: ["请立即处理，逾期后果自负。", "这款产品保本保收益，利率按LPR加50个基点计算。", "您的手机13800000000已登记，密码发我就行。"],
};

const hant = {
  ...hans,
  tagline: "客服回覆，送出前看一眼",
  language: "介面語言", skip: "跳到回覆",
  channel: "管道", audience: "讀者", recipient: "收件人", key: "存取金鑰",
  reply: "回覆內容", placeholder: "在這裡寫下或貼上準備發給客戶的回覆…",
  examples: "試試：", proposal: "建議改寫", accept: "全部採用", copy: "複製", copied: "已複製",
  found: "發現", terms: "回覆中的術語", explained: "已解釋", unexplained: "未解釋", plainly: "也可以說：",
  why: "為什麼：", source: "出處：", apply: "採用", idea: "僅供參考",
  next: "下一處", previous: "上一處", fixKey: "採用這處修改",
  local: "文字只送到執行本頁的伺服器，不作記錄。",
  empty: "寫下回覆，這裡會逐條列出需要留意的地方。", clean: "沒有發現問題。",
  allow: "可以送出", revise: "建議修改", block: "請勿送出",
  counts: (n) => (n ? `${n} 處` : "沒有發現問題"),
  error: "錯誤", warning: "警告", info: "提示", missing: "缺少",
  incomplete: "有內容未能檢查：", offline: "伺服器沒有回應。文字還在這裡，恢復後會再檢查。",
  channels: { "": "不限", chat: "線上聊天", email: "電子郵件", phone: "電話", sms: "簡訊", letter: "信函", social: "社群媒體" },
  audiences: { "": "一般", senior: "長者", professional: "專業人士" },
  recipients: { unverified: "未核實", owner: "帳戶本人", third_party: "第三方" },
  tries: ["請立即處理，逾期後果自負。", "這款產品保本保收益，利率按LPR加50個基點計算。", "您的手機0912345678已登記，密碼發我就行。"],
};

const en = {
  tagline: "customer replies, read once more before they go",
  language: "Language", skip: "Skip to the reply",
  channel: "Channel", audience: "Reader", recipient: "Recipient", key: "API key",
  reply: "Your reply", placeholder: "Write or paste the reply you are about to send…",
  examples: "Try:", proposal: "Suggested reply", accept: "Accept all", copy: "Copy", copied: "Copied",
  found: "Findings", terms: "Terms in this reply", explained: "explained", unexplained: "not explained", plainly: "Or say: ",
  why: "Why: ", source: "Source: ", apply: "Accept", idea: "an idea only",
  next: "next", previous: "previous", fixKey: "accept this fix",
  local: "Your words go to the server that runs this page, and are not logged.",
  empty: "Write a reply, and what deserves a second look is listed here.", clean: "Nothing found.",
  allow: "Ready to send", revise: "Better revised", block: "Do not send",
  counts: (n) => (n ? `${n} finding${n === 1 ? "" : "s"}` : "Nothing found"),
  error: "Error", warning: "Warning", info: "Note", missing: "missing",
  incomplete: "Not everything could be checked: ", offline: "The server does not answer. Your words are still here; they are checked when it does.",
  channels: { "": "Any", chat: "Chat", email: "Email", phone: "Phone", sms: "SMS", letter: "Letter", social: "Social media" },
  audiences: { "": "General", senior: "Senior", professional: "Professional" },
  recipients: { unverified: "Not verified", owner: "Account holder", third_party: "Third party" },
  tries: ["You must pay immediately or face the consequences.", "This fund is guaranteed, with an APR of 5%.", "Just send me your password and I will sort it out."],
};

export const LANGUAGES = { "zh-Hans": hans, "zh-Hant": hant, en };

export const time = (us) => (us < 1000 ? `${us} µs` : `${(us / 1000).toFixed(1)} ms`);
