# Every third-party package, found once. Modules name the targets they link, PRIVATE.
find_package(Qt6 6.4 REQUIRED COMPONENTS
    Core Gui Widgets Multimedia Sql Network PrintSupport Concurrent Pdf LinguistTools)
if(HANDSHAKE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    find_package(benchmark QUIET)
endif()
find_package(OpenCV 4 REQUIRED COMPONENTS
    core imgproc imgcodecs features2d flann calib3d video ml objdetect dnn)
find_package(QuaZip-Qt6 REQUIRED)
find_package(ZXing REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(Tesseract REQUIRED IMPORTED_TARGET tesseract lept)
pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium)
